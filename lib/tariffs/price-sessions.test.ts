import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cdrOfSession } from './cdr-of-session.ts'
import { priceOcpi } from './ocpi/price-ocpi.ts'
import { priceSession, priceSessions } from './price-sessions.ts'
import { Tariff } from './schema.ts'

const ZONE = 'Europe/Paris'
const tariffOf = (elements: unknown, more: object = {}) =>
  Tariff.parse({
    key: 'charging',
    name: { en: 'x', 'zh-CN': 'x', fr: 'x' },
    utility: 'charging',
    currency: 'EUR',
    validFrom: '2020-01-01',
    vatPercent: '19',
    price: { kind: 'ocpi', tariff: { id: '1', currency: 'EUR', elements, ...more } },
  })
function ocpiOf({ price }: Tariff) {
  if (price.kind !== 'ocpi') throw new Error('another price')
  return price.tariff
}
const energy = (price: string, restrictions: object = {}) => ({
  price_components: [{ type: 'ENERGY', price, vat: 19 }],
  restrictions,
})
const session = (from: string, hours: number, energyWh: bigint) => ({
  startedAt: new Date(from),
  endedAt: new Date(Date.parse(from) + hours * 3_600_000),
  energyWh,
})
const OCTOBER = { from: '2026-10-01', before: '2026-11-01', zone: ZONE }
const night = tariffOf([energy('0.20', { start_time: '22:00', end_time: '06:00' }), energy('0.40')])

describe('a charging session of ours', () => {
  it('is cut where the price changes, by the clock of the place', () => {
    const [line, ...more] = priceSessions(night, {
      ...OCTOBER,
      sessions: [session('2026-10-05T21:30:00+02:00', 2, 8_000n)],
    })
    expect(more).toMatchObject([{ quantity: 6_000n, rate: '0.20', netMinor: 120n }])
    expect(line).toMatchObject({
      kind: 'energy',
      unit: 'Wh',
      quantity: 2_000n,
      rate: '0.40',
      netMinor: 80n,
      vatMinor: 15n,
    })
  })

  it('is cut rightly on both days on which clocks change', () => {
    const cutsOf = (from: string, hours: number) =>
      cdrOfSession(
        session(from, hours, 1000n),
        ocpiOf(tariffOf([energy('1', { start_time: '02:30' })])),
        ZONE,
      ).charging_periods.map(({ start_date_time }) => start_date_time.toISOString().slice(11, 16))
    // 25 October: 02:30 comes twice. 29 March: it never does, and the hour is over at 03:00.
    expect(cutsOf('2026-10-25T00:00:00+02:00', 6)).toEqual(['22:00', '00:30'])
    expect(cutsOf('2026-03-29T00:00:00+01:00', 6)).toEqual(['23:00', '01:30'])
  })

  it('is cut at an amount of energy and after a time, and at midnight where days differ', () => {
    const cuts = (restrictions: object, hours = 4) =>
      cdrOfSession(
        session('2026-10-05T22:00:00+02:00', hours, 20_000n),
        ocpiOf(tariffOf([energy('1', restrictions)])),
        ZONE,
      ).charging_periods.map(({ dimensions }) => dimensions.map(({ volume }) => Number(volume)))
    expect(cuts({ max_kwh: 5 })).toEqual([
      [5, 1],
      [15, 3],
    ])
    expect(cuts({ min_duration: 7200 })).toEqual([
      [10, 2],
      [10, 2],
    ])
    expect(cuts({ day_of_week: ['MONDAY'] })).toEqual([
      [10, 2],
      [10, 2],
    ])
    expect(cuts({})).toEqual([[20, 4]])
    expect(cuts({ max_kwh: 5 }, 0)).toEqual([[20, 0]])
  })

  it('costs together with others what all of them come to, with one line for each price', () => {
    const tariff = tariffOf(
      [
        {
          price_components: [
            { type: 'FLAT', price: '0.35', vat: 19 },
            { type: 'ENERGY', price: '0.3333', vat: 19 },
            { type: 'TIME', price: '0.60', vat: 19, step_size: 900 },
          ],
        },
      ],
      { min_price: { excl_vat: 2 }, max_price: { excl_vat: 6 } },
    )
    const sessions = [
      session('2026-10-05T10:00:00Z', 1 / 6, 300n),
      session('2026-10-06T10:00:00Z', 1, 7_000n),
      session('2026-10-07T10:00:00Z', 3, 30_000n),
    ]
    const lines = priceSessions(tariff, { ...OCTOBER, sessions })
    expect(lines.map(({ kind, quantity, netMinor }) => [kind, quantity, netMinor])).toEqual([
      ['start', 3n, 105n],
      ['energy', 37_300n, 1243n],
      ['time', 15_300n, 255n],
      ['limit', 1n, 140n],
      ['limit', 1n, -615n],
    ])
    const exact = sessions.map((one) => priceSession(ocpiOf(tariff), one, ZONE).total.exclVat.toNumber())
    expect(exact).toEqual([2, 3.2831, 6])
    expect(lines.reduce((sum, { netMinor }) => sum + netMinor, 0n)).toBe(1128n)
  })

  it('loses no energy by being cut, and costs the same as OCPI JSON', () => {
    const ocpi = ocpiOf(night)
    fc.assert(
      fc.property(
        fc.bigInt(0n, 90_000n),
        fc.integer({ min: 0, max: 172_800 }),
        fc.nat(31_536_000),
        (wh, seconds, at) => {
          const one = session(new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString(), seconds / 3600, wh)
          const cdr = cdrOfSession(one, ocpi, ZONE)
          const volumes = cdr.charging_periods.flatMap(({ dimensions }) =>
            dimensions.filter(({ type }) => type === 'ENERGY'),
          )
          expect(volumes.reduce((sum, { volume }) => sum + BigInt(Math.round(Number(volume) * 1000)), 0n)).toBe(wh)
          const json = JSON.parse(JSON.stringify(cdr))
          const tariff = { id: '1', currency: 'EUR', elements: ocpi.elements }
          expect(priceOcpi(tariff, json, ZONE).total_cost.excl_vat).toBe(
            priceSession(ocpi, one, ZONE).total.exclVat.toDecimalPlaces(4).toNumber(),
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  it('bears no tax in its prices', () => {
    expect(() => tariffOf([energy('1')], { tax_included: 'YES' })).toThrow()
    expect(() => tariffOf([energy('1')], { max_price: { excl_vat: 1, incl_vat: 2 } })).toThrow()
  })
})
