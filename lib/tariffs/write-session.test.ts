import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CdrObject } from './ocpi/cdr-object.ts'
import { priceOcpi } from './ocpi/price-ocpi.ts'
import { OcpiTariff } from './ocpi/schema.ts'
import { writeSession } from './write-session.ts'

const ZONE = 'Europe/Berlin'
const PARTY = { countryCode: 'DE', partyId: 'ECH' }
const SINCE = new Date('2025-12-31T23:00:00Z')

const decimal = (most: number) => fc.integer({ min: 1, max: most }).map((value) => (value / 10_000).toFixed(4))
const energy = fc.record({ type: fc.constant('ENERGY'), price: decimal(20_000), vat: fc.constantFrom('0', '7', '19') })
const fee = fc.record({ type: fc.constant('FLAT'), price: decimal(50_000), vat: fc.constant('19') })
const restrictions = fc.oneof(
  fc.record({ start_time: fc.constantFrom('06:00', '17:30'), end_time: fc.constantFrom('20:00', '23:00') }),
  fc.record({ max_kwh: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ min_duration: fc.integer({ min: 60, max: 7200 }) }),
  fc.record({ day_of_week: fc.constant(['MONDAY', 'FRIDAY']) }),
)
const tariffs = fc
  .record({
    id: fc.constant('T'),
    currency: fc.constant('EUR'),
    elements: fc.tuple(
      fc.record({ price_components: fc.tuple(energy), restrictions }),
      fc.record({ price_components: fc.oneof(fc.tuple(energy), fc.tuple(energy, fee)) }),
    ),
    limit: fc.constantFrom({}, { max_price: { excl_vat: '3.5' } }, { min_price: { excl_vat: '1', incl_vat: '1.19' } }),
  })
  .map(({ limit, ...tariff }) => OcpiTariff.parse({ ...tariff, ...limit }))
const sessions = fc
  .record({
    at: fc.integer({ min: 0, max: 30 * 86_400 }),
    seconds: fc.integer({ min: 0, max: 20 * 3600 }),
    energyWh: fc.bigInt({ min: 0n, max: 90_000n }),
  })
  .map(({ at, seconds, energyWh }) => {
    // Through the night on which clocks change.
    const start = Date.parse('2026-10-10T00:00:00Z') + at * 1000
    return { startedAt: new Date(start), endedAt: new Date(start + seconds * 1000), energyWh }
  })

describe('a session that is written for others', () => {
  it('costs the same when the CDR is priced again by the tariff that it carries', () => {
    fc.assert(
      fc.property(tariffs, sessions, (tariff, session) => {
        const written = JSON.parse(
          JSON.stringify(writeSession(session, { tariff, since: SINCE, zone: ZONE, party: PARTY })),
        )
        const again = priceOcpi(
          undefined,
          {
            ...written,
            start_date_time: session.startedAt.toISOString(),
            end_date_time: session.endedAt.toISOString(),
          },
          ZONE,
        )
        const { tariffs: carried, charging_periods, ...totals } = written
        expect(again).toEqual(totals)
        expect(CdrObject.shape.tariffs.parse(carried)).toHaveLength(1)
        expect(CdrObject.shape.charging_periods.parse(charging_periods).length).toBeGreaterThan(0)
      }),
    )
  })

  it('keeps every restriction of its tariff', () => {
    const all = {
      start_time: '06:00',
      end_time: '20:00',
      start_date: '2026-01-01',
      end_date: '2027-01-01',
      min_kwh: 1.5,
      max_kwh: 20,
      min_current: 6,
      max_current: 32,
      min_power: 1.4,
      max_power: 22,
      min_duration: 60,
      max_duration: 7200,
      day_of_week: ['MONDAY' as const],
    }
    const price = { type: 'ENERGY' as const, price: 0.465, vat: 19, step_size: 1 }
    const tariff = OcpiTariff.parse({
      id: 'T',
      currency: 'EUR',
      type: 'REGULAR',
      start_date_time: '2026-01-01T00:00:00Z',
      max_price: { excl_vat: 30, incl_vat: 35.7 },
      elements: [{ price_components: [price], restrictions: all }, { price_components: [price] }],
    })
    const session = { startedAt: SINCE, endedAt: SINCE, energyWh: 0n }
    const [written] = writeSession(session, { tariff, since: SINCE, zone: ZONE, party: PARTY }).tariffs ?? []
    expect(written).toEqual({
      country_code: 'DE',
      party_id: 'ECH',
      id: 'T',
      currency: 'EUR',
      type: 'REGULAR',
      max_price: { excl_vat: 30, incl_vat: 35.7 },
      elements: [{ price_components: [price], restrictions: all }, { price_components: [price] }],
      start_date_time: '2026-01-01T00:00:00.000Z',
      last_updated: SINCE.toISOString(),
    })
  })
})
