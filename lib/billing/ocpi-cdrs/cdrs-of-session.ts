import { v5 as uuidOf } from 'uuid'
import { getManifest } from '#lib/brands/index.ts'
import type { StoredSession } from '#lib/metering/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import type { CdrObject } from '#lib/tariffs/index.ts'
import { type BillRounding, withRounding } from './bill-rounding.ts'
import type { CdrBill } from './cdr-bills.ts'
import { cdrPlace, cdrToken } from './cdr-place.ts'
import { chargesOfSession } from './charges-of-session.ts'

export interface BilledOn {
  readonly bill: CdrBill
  readonly rounding: BillRounding | null
}

export interface CdrsOf {
  readonly brand: string
  readonly subject: string
  /** Of the remarks. */
  readonly locale: Locale
  /** The bills that the session is on. */
  readonly on: readonly BilledOn[]
}

/**
 * The charge detail records of a session: one for each bill that it was on, and beside each that was cancelled the credit
 * CDR that takes it back. What is on no bill yet has one all the same.
 */
export function cdrsOfSession(session: StoredSession, { brand, subject, locale, on }: CdrsOf): CdrObject[] {
  const manifest = getManifest(brand)
  const party = manifest.ocpi
  if (!party) throw new Error(`the brand "${brand}" is no party of OCPI`)
  const { charges, basis } = chargesOfSession(session, { manifest, billed: on.length > 0 })
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
  }
  const t = translator(locale, 'usage.cdr')
  if (on.length === 0) {
    const remark = joined(t(basis), t('place'))
    return [{ ...frame, ...charges, id: session_id, remark, last_updated: receivedAt.toISOString() }]
  }
  return on.flatMap(({ bill, rounding }, index) => {
    const borne = basis === 'billed' && rounding?.sessionId === session_id ? rounding : null
    const billed = {
      ...frame,
      ...(borne ? withRounding(charges, borne) : charges),
      // The first keeps the id of the session, which it had before there was a bill.
      id: index === 0 ? session_id : uuidOf(bill.id, session_id),
      invoice_reference_id: bill.number,
    }
    const rounded = borne ? t('rounded', { amount: borne.exclVat.toFixed() }) : ''
    const remark = joined(t('bill', { number: bill.number }), t(basis), rounded, t('place'))
    const cdr = { ...billed, remark, last_updated: bill.madeAt.toISOString() }
    if (!bill.creditNote) return [cdr]
    const taken = t('credit', { creditNote: bill.creditNote.number, number: bill.number })
    return [cdr, creditOf(billed, { ...bill.creditNote, billedAt: bill.madeAt, remark: joined(taken, t('place')) })]
  })
}

function joined(...sentences: readonly string[]): string {
  return sentences.filter(Boolean).join(' ')
}

/** All of the original; of its amounts only the total is negative (CDRs, credit CDRs). */
function creditOf(
  cdr: Omit<CdrObject, 'remark' | 'last_updated'>,
  { issuedOn, billedAt, remark }: { readonly issuedOn: Date; readonly billedAt: Date; readonly remark: string },
): CdrObject {
  const { excl_vat, incl_vat } = cdr.total_cost
  return {
    ...cdr,
    id: `${cdr.id}-C`,
    total_cost: { excl_vat: negative(excl_vat), ...(incl_vat === undefined ? {} : { incl_vat: negative(incl_vat) }) },
    remark,
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
