import { v5 as uuidOf } from 'uuid'
import { getManifest, type Manifest } from '#lib/brands/index.ts'
import { localDay, momentOf } from '#lib/platform/calendar/index.ts'
import { toDecimalText } from '#lib/platform/money/index.ts'
import { type CdrObject, type SessionCharges, tariffOfSessions, writeSession } from '#lib/tariffs/index.ts'
import type { CdrBill } from './cdr-bills.ts'
import { cdrPlace, cdrToken, PLACE_REMARK } from './cdr-place.ts'

/** A charging session as it is stored. */
export interface StoredSession {
  readonly id: string
  readonly deviceId: string | null
  readonly startedAt: Date
  readonly endedAt: Date
  readonly energyWh: bigint
  readonly costMinor: bigint | null
  readonly currency: string | null
  readonly station: string | null
  readonly receivedAt: Date
}

export interface CdrsOf {
  readonly brand: string
  readonly subject: string
  readonly bills: readonly CdrBill[]
}

/**
 * The charge detail records of a session: one for each bill that it was on, and beside each that was cancelled the credit
 * CDR that takes it back. What is on no bill yet has one all the same.
 */
export function cdrsOfSession(session: StoredSession, { brand, subject, bills }: CdrsOf): CdrObject[] {
  const manifest = getManifest(brand)
  const party = manifest.ocpi
  if (!party) throw new Error(`the brand "${brand}" is no party of OCPI`)
  const day = localDay(session.startedAt, manifest.zone)
  // As a bill counts: what came after its lines were written is not on it.
  const on = bills.filter(({ from, before, madeAt }) => from <= day && day < before && session.receivedAt <= madeAt)
  const { remark, ...charges } = chargesOf(session, { manifest, day, billed: on.length > 0 })
  const { id: session_id, deviceId, station, startedAt, endedAt, receivedAt } = session
  const frame = {
    country_code: party.countryCode,
    party_id: party.partyId,
    start_date_time: startedAt.toISOString(),
    end_date_time: endedAt.toISOString(),
    session_id,
    cdr_token: cdrToken(subject, party),
    auth_method: 'WHITELIST' as const,
    cdr_location: cdrPlace({ brand, country: party.locationCountry, deviceId, station }),
    ...charges,
  }
  if (on.length === 0)
    return [{ ...frame, id: session_id, remark: `${remark} ${PLACE_REMARK}`, last_updated: receivedAt.toISOString() }]
  return on.flatMap((bill, index) => {
    // The first keeps the id of the session, which it had before there was a bill.
    const id = index === 0 ? session_id : uuidOf(bill.id, session_id)
    const billed = { ...frame, invoice_reference_id: bill.number }
    const said = `Bill ${bill.number}. ${remark} ${PLACE_REMARK}`
    return [
      { ...billed, id, remark: said, last_updated: bill.madeAt.toISOString() },
      ...(bill.creditNote ? [creditOf({ ...billed, id }, bill.creditNote, bill.madeAt)] : []),
    ]
  })
}

/** All of the original; of its amounts only the total is negative (CDRs, credit CDRs). */
function creditOf(
  cdr: Omit<CdrObject, 'remark' | 'last_updated'>,
  { number, issuedOn }: NonNullable<CdrBill['creditNote']>,
  billedAt: Date,
): CdrObject {
  const { excl_vat, incl_vat } = cdr.total_cost
  return {
    ...cdr,
    id: `${cdr.id}-C`,
    total_cost: { excl_vat: negative(excl_vat), ...(incl_vat === undefined ? {} : { incl_vat: negative(incl_vat) }) },
    remark: `Credit note ${number} takes bill ${cdr.invoice_reference_id} back. ${PLACE_REMARK}`,
    credit: true,
    credit_reference_id: cdr.id,
    // Of a credit note the day alone is known, and it may be that of its bill.
    last_updated: new Date(Math.max(issuedOn.getTime(), billedAt.getTime())).toISOString(),
  }
}

/** Of zero there is no negative. */
function negative(amount: number): number {
  return amount === 0 ? 0 : -amount
}

interface ChargesOf {
  readonly manifest: Manifest
  /** The day of the session in the zone of the brand. */
  readonly day: string
  readonly billed: boolean
}

/**
 * A bill prices by the tariff; before there is one, what the sender told is what is known, and then the tariff. A session
 * that has no price of its own costs 0, and its remark says what that means.
 */
function chargesOf(session: StoredSession, of: ChargesOf): SessionCharges & { remark: string } {
  const { manifest, day, billed } = of
  const { costMinor, currency } = session
  const told = costMinor === null || !currency ? null : { currency, cost: toDecimalText(costMinor, currency) }
  const tariff = billed || !told ? tariffOn(manifest, day) : null
  const priced = tariff && tariffOfSessions(tariff)
  if (priced) {
    const { ocpi: party, zone } = manifest
    if (!party) throw new Error('only a party of OCPI writes tariffs')
    const since = momentOf(tariff.validFrom, zone)
    const remark = billed ? 'Priced by its tariff.' : 'Priced by the tariff of its day; on no bill yet.'
    return { ...writeSession(session, { tariff: priced, since, zone, party }), remark }
  }
  if (told) return { ...writeSession(session, told), remark: 'Cost as its sender told it; the VAT in it is not known.' }
  const [main = 'EUR'] = manifest.currencies
  return {
    ...writeSession(session, { currency: currency ?? main, cost: '0' }),
    remark: 'No price of this session is known: the cost of 0 stands for none.',
  }
}

/** The version of the brand's charging tariff that holds on a day; null where none does, or several at once. */
function tariffOn({ tariffs }: Manifest, day: string): Manifest['tariffs'][number] | null {
  const held = tariffs.filter((one) => one.utility === 'charging' && !one.optional && one.validFrom <= day)
  if (new Set(held.map(({ key }) => key)).size !== 1) return null
  return held.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null
}
