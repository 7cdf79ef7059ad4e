import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { chargingCdrsDownloaded } from '../events.ts'
import { writeChargingCdrs } from './write-charging-cdrs.ts'

/**
 * The person's charging sessions as CDRs of OCPI 2.2.1, to be read as they are sent; recorded before the first of them.
 * Each page is read in a transaction of its own: nobody holds one open by reading slowly.
 */
export async function downloadChargingCdrs(
  grant: Grant<'exports:download'>,
  locale: Locale,
): Promise<AsyncIterable<string>> {
  await inScope(grant, (tx) => audit.record(tx, grant, chargingCdrsDownloaded()))
  return writeChargingCdrs((read) => inScope(grant, read), { brand: grant.brand, subject: subjectOf(grant), locale })
}
