import { chargingCdrs } from '#lib/billing/index.ts'
import { energyUsageFeed } from '#lib/metering/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'

interface StandardFileOf {
  readonly brand: string
  readonly subject: string
  /** Of the words in it, as far as the format has any. */
  readonly locale: Locale
  readonly generatedAt: Date
}

/** A file of the archive in the standard format of its field, for whoever reads no format of ours. */
export interface StandardFile {
  readonly name: string
  /** As the archive's README calls it: `exports.readme.standard.<key>`. */
  readonly key: string
  /** What the format is called where it is written down. */
  readonly standard: string
  /** Null where the person has nothing of the kind. */
  write(tx: Tx, of: StandardFileOf): Promise<AsyncIterable<string> | null>
}

export const STANDARD_FILES: readonly StandardFile[] = [
  {
    name: 'energy-usage.xml',
    key: 'energyUsage',
    standard: 'NAESB REQ.21 ESPI 4.0 (Green Button), Atom',
    write: (tx, of) => energyUsageFeed((read) => read(tx), of),
  },
  {
    name: 'charging-sessions.ocpi.json',
    key: 'chargingSessions',
    standard: 'OCPI 2.2.1, CDR objects',
    write: chargingCdrs,
  },
]
