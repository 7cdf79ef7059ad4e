import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localTime, momentOf } from '#lib/platform/calendar/index.ts'
import { TariffObject } from './ocpi/cdr-object.ts'
import { writeTariff } from './ocpi/write-tariff.ts'
import { priceSession } from './price-sessions.ts'
import { periodAt } from './quantity-by-period.ts'
import { Tariff, type TimeOfUsePrice, USE_PERIODS } from './schema.ts'
import { pricedBySession, tariffOfSessions } from './tariff-of-sessions.ts'

const ZONE = 'Europe/Berlin'
const tariffOf = (more: Record<string, unknown>) =>
  Tariff.parse({
    key: 'home',
    name: { en: 'Home', 'zh-CN': '家', fr: 'Maison' },
    utility: 'charging',
    currency: 'EUR',
    validFrom: '2026-01-01',
    vatPercent: '19',
    ...more,
  })

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)
const window = fc.record(
  {
    period: fc.constantFrom(...USE_PERIODS),
    from: clock,
    until: clock,
    days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
  },
  { requiredKeys: ['period'] },
)
const rates = Object.fromEntries(USE_PERIODS.map((period, index) => [period, `0.${index + 2}0`]))
const timesOfUse = fc.record({
  kind: fc.constant('time_of_use' as const),
  rates: fc.constant(rates),
  windows: fc.array(window, { minLength: 1, maxLength: 6 }),
  otherwise: fc.constantFrom(...USE_PERIODS),
})

/** The cost of even use by the clock, quarter by quarter. */
function byQuarters(price: TimeOfUsePrice, from: Date, quarters: number): number {
  return Array.from({ length: quarters }, (_, index) => new Date(from.getTime() + index * 900_000)).reduce(
    (sum, at) => sum + Number(price.rates[periodAt(price, { ...localTime(at, ZONE), month: 1 })]),
    0,
  )
}

describe('times of use of charging', () => {
  it('cost each session as the clock has it, by the tariff of OCPI that says the same', () => {
    fc.assert(
      fc.property(
        timesOfUse,
        fc.integer({ min: 0, max: 400 }),
        clock,
        fc.integer({ min: 1, max: 200 }),
        (written, day, start, quarters) => {
          const tariff = tariffOf({ price: written })
          const ocpi = tariffOfSessions(tariff, '2026-06-01')
          if (!ocpi || tariff.price.kind !== 'time_of_use') throw new Error('it has words for these')
          const startedAt = momentOf(addDays('2026-01-01', day), ZONE, start)
          const endedAt = new Date(startedAt.getTime() + quarters * 900_000)
          // A kWh in each quarter of an hour.
          const session = { startedAt, endedAt, energyWh: BigInt(quarters) * 1000n }
          const { total } = priceSession(ocpi, session, ZONE)
          expect(total.exclVat.toNumber()).toBeCloseTo(byQuarters(tariff.price, startedAt, quarters), 1)
          expect(total.inclVat.toNumber()).toBeCloseTo(total.exclVat.times('1.19').toNumber(), 6)
          const sent = writeTariff(ocpi, { countryCode: 'DE', partyId: 'ECH' }, startedAt)
          expect(TariffObject.parse(JSON.parse(JSON.stringify(sent))).elements).toHaveLength(written.windows.length + 1)
        },
      ),
    )
  })

  it('are priced session by session on a bill, too', () => {
    const price = {
      kind: 'time_of_use',
      rates: { peak: '0.50', night: '0.20' },
      windows: [{ period: 'night', from: '22:00', until: '06:00', days: [0, 1] }],
      otherwise: 'peak',
    }
    const tariff = tariffOf({ price })
    expect(pricedBySession(tariff).price).toMatchObject({
      kind: 'ocpi',
      tariff: {
        id: 'home-2026-01-01',
        elements: [
          {
            price_components: [{ type: 'ENERGY', price: '0.20', vat: '19' }],
            restrictions: { start_time: '22:00', end_time: '06:00', day_of_week: ['MONDAY', 'TUESDAY'] },
          },
          { price_components: [{ price: '0.50' }], restrictions: {} },
        ],
      },
    })
    const metered = tariffOf({ price, utility: 'electricity' })
    expect(pricedBySession(metered)).toBe(metered)
  })
})

describe('a price of sessions', () => {
  it('is that of the season of the day', () => {
    const seasons = [{ months: [12, 1, 2], price: { kind: 'flat', rate: '0.50' } }]
    const tariff = tariffOf({ price: { kind: 'flat', rate: '0.30' }, seasons })
    const on = (day: string) => tariffOfSessions(tariff, day)
    expect(on('2026-02-28')).toMatchObject({
      id: 'home-2026-01-01-1',
      elements: [{ price_components: [{ price: '0.50' }] }],
    })
    expect(on('2026-03-01')).toMatchObject({
      id: 'home-2026-01-01',
      elements: [{ price_components: [{ price: '0.30' }] }],
    })
  })

  it.each([
    ['bands of a month', { price: { kind: 'tiered', per: 'month', bands: [{ rate: '0.3' }] } }],
    [
      'windows of some months',
      {
        price: {
          kind: 'time_of_use',
          rates: { peak: '0.5', day: '0.3' },
          windows: [{ period: 'peak', months: [1] }],
          otherwise: 'day',
        },
      },
    ],
    ['more decimals than OCPI has', { price: { kind: 'flat', rate: '0.28905' } }],
    [
      'a discount on a whole bill',
      {
        price: { kind: 'flat', rate: '0.3' },
        discounts: [{ key: 'a', name: { en: 'A', 'zh-CN': 'A', fr: 'A' }, percent: '5', on: ['use'] }],
      },
    ],
  ])('is none with %s', (_, more) => expect(tariffOfSessions(tariffOf(more), '2026-06-01')).toBeNull())
})
