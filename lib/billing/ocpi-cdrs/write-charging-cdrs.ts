import { getManifest } from '#lib/brands/index.ts'
import { chargingSessionsAfter, type StoredSession } from '#lib/metering/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { type BillRounding, readRounding } from './bill-rounding.ts'
import { isOnBill, readCdrBills } from './cdr-bills.ts'
import { type BilledOn, cdrsOfSession } from './cdrs-of-session.ts'

/** Sessions that are read at a time. */
const PAGE = 100

export interface ChargingOf {
  readonly brand: string
  readonly subject: string
  /** Of the remarks in it. */
  readonly locale: Locale
}

/** Reads something in a transaction of its own, or in one that goes on for the whole file. */
export type Reader = <T>(read: (tx: Tx) => Promise<T>) => Promise<T>

/**
 * Everything the person charged as one JSON array of CDR objects of OCPI 2.2.1, oldest first, page by page by key, so that
 * it takes the same memory however many sessions there are.
 */
export async function* writeChargingCdrs(reader: Reader, of: ChargingOf): AsyncGenerator<string> {
  const billsOf = await billsOfSessions(reader, of)
  let between = '[\n'
  let after: StoredSession | undefined
  for (;;) {
    const last = after
    const page = await reader((tx) => chargingSessionsAfter(tx, of, { after: last, limit: PAGE }))
    const written: string[] = []
    for (const session of page) {
      const cdrs = cdrsOfSession(session, { ...of, on: await billsOf(session) })
      written.push(...cdrs.map((cdr) => JSON.stringify(cdr)))
    }
    if (written.length > 0) {
      yield `${between}${written.join(',\n')}`
      between = ',\n'
    }
    after = page.at(-1)
    if (!after || page.length < PAGE) break
  }
  yield between === '[\n' ? '[]\n' : '\n]\n'
}

/** The same, from a transaction that goes on for all of it; null for somebody who never charged. */
export async function chargingCdrs(tx: Tx, of: ChargingOf): Promise<AsyncIterable<string> | null> {
  const first = await chargingSessionsAfter(tx, of, { limit: 1 })
  return first.length > 0 ? writeChargingCdrs((read) => read(tx), of) : null
}

/** Which bills a session is on; what each of them rounds is found out once, when the first of its sessions comes by. */
async function billsOfSessions(reader: Reader, of: ChargingOf): Promise<(of: StoredSession) => Promise<BilledOn[]>> {
  const { zone } = getManifest(of.brand)
  const bills = await reader((tx) => readCdrBills(tx, of))
  const roundings = new Map<string, BillRounding | null>()
  return async (session) => {
    const on: BilledOn[] = []
    for (const bill of bills.filter((one) => isOnBill(session, one, zone))) {
      const known = roundings.get(bill.id)
      const rounding = known === undefined ? await reader((tx) => readRounding(tx, of, bill)) : known
      roundings.set(bill.id, rounding)
      on.push({ bill, rounding })
    }
    return on
  }
}
