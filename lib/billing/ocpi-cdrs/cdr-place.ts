import { v5 as uuidOf } from 'uuid'
import type { CdrObject } from '#lib/tariffs/index.ts'

/** Chosen once at random: what is derived from it stays the same in every export. */
const PLACES = '6a1f0b7e-3f0c-4c39-9d0e-1d5c6a3f2b84'
const TOKENS = 'c2e7d9a4-58b1-4f6d-8a83-70b2f4e19c55'

/** What OCPI itself writes for an EVSE or a connector that there is nothing to say of; the remark tells that it is none. */
const NOT_KNOWN = '#NA'

interface PlaceOf {
  readonly brand: string
  readonly country: string
  readonly deviceId: string | null
  readonly station: string | null
}

/**
 * Where a session was. A public station is told as it was sent; the person's own charger only by our id of it, because
 * what they call it may say where they live.
 */
export function cdrPlace({ brand, country, deviceId, station }: PlaceOf): CdrObject['cdr_location'] {
  const shown = deviceId ? null : station?.trim() || null
  const id = deviceId ?? uuidOf(`${brand} ${station ?? ''}`, PLACES)
  return {
    id,
    ...(shown ? { name: cut(shown, 255) } : {}),
    address: shown ? cut(shown, 45) : NOT_KNOWN,
    city: NOT_KNOWN,
    country,
    coordinates: { latitude: '0.00000', longitude: '0.00000' },
    evse_uid: id,
    evse_id: NOT_KNOWN,
    connector_id: NOT_KNOWN,
    connector_standard: country === 'CHN' ? 'GBT_AC' : 'IEC_62196_T2',
    connector_format: 'SOCKET',
    connector_power_type: 'AC_3_PHASE',
  }
}

/** By whom: an id of our own, the same in every CDR of a person, from which nothing of them can be read. */
export function cdrToken(subject: string, party: { countryCode: string; partyId: string }): CdrObject['cdr_token'] {
  const id = uuidOf(subject, TOKENS)
  return { country_code: party.countryCode, party_id: party.partyId, uid: id, type: 'APP_USER', contract_id: id }
}

// By characters, so that none is cut in two.
function cut(text: string, most: number): string {
  return [...text].reduce((kept, one) => (kept.length + one.length > most ? kept : kept + one), '')
}
