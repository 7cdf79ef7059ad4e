import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { priceOcpi } from './price-ocpi.ts'

const START = Date.parse('2026-03-02T09:30:00Z') // a Monday
const iso = (minutes: number) => new Date(START + minutes * 60_000).toISOString()

type Volumes = Readonly<Record<string, number>>

/** A CDR whose periods begin so many minutes after the start. */
function cdrOf(end: number, ...periods: (readonly [minute: number, volumes: Volumes, tariff?: string])[]) {
  return {
    start_date_time: iso(0),
    end_date_time: iso(end),
    currency: 'EUR',
    charging_periods: periods.map(([minute, volumes, tariff]) => ({
      start_date_time: iso(minute),
      dimensions: Object.entries(volumes).map(([type, volume]) => ({ type, volume })),
      ...(tariff ? { tariff_id: tariff } : {}),
    })),
  }
}

const part = (type: string, price: number, step_size = 1, vat?: number) => ({ type, price, step_size, vat })
const tariffOf = (
  elements: readonly { price_components: readonly unknown[]; restrictions?: unknown }[],
  more: object = {},
) => ({ id: '1', currency: 'EUR', elements, ...more })
const only = (...price_components: unknown[]) => [{ price_components }]
const within = (restrictions: object, ...price_components: unknown[]) => ({ restrictions, price_components })
const costOf = (tariff: unknown, cdr: unknown, zone?: string) => {
  const { excl_vat, incl_vat } = priceOcpi(tariff, cdr, zone).total_cost
  return [excl_vat, incl_vat]
}

const START_AND_ENERGY = [part('FLAT', 0.5, 1, 20), part('ENERGY', 0.25, 1, 10)]

describe('a charging session by the worked examples of OCPI 2.2.1', () => {
  it('is read out of the envelope in which a server of OCPI answers, alone or as a list of one', () => {
    const envelope = (data: unknown) => ({ data, status_code: 1000, timestamp: iso(0) })
    const [tariff, cdr] = [tariffOf(only(part('ENERGY', 0.25, 1, 10))), cdrOf(60, [0, { ENERGY: 20 }])]
    expect(costOf(envelope([tariff]), envelope(cdr))).toEqual([5, 5.5])
    expect(costOf([envelope(tariff)], envelope([cdr]))).toEqual([5, 5.5])
    expect(() => costOf(tariff, envelope([cdr, cdr]))).toThrow('tariffs.not_ocpi')
  })

  it('costs its energy, its start and its parking', () => {
    expect(costOf(tariffOf(only(part('ENERGY', 0.25, 1, 10))), cdrOf(60, [0, { ENERGY: 20 }]))).toEqual([5, 5.5])
    expect(costOf(tariffOf(only(...START_AND_ENERGY)), cdrOf(60, [0, { ENERGY: 20 }]))).toEqual([5.5, 6.1])
    const parking = tariffOf(only(...START_AND_ENERGY, part('PARKING_TIME', 2, 900, 20)))
    const parked = cdrOf(100, [0, { ENERGY: 20, TIME: 1 }], [60, { PARKING_TIME: 40 / 60 }])
    expect(costOf(parking, parked)).toEqual([7, 7.9])
  })

  it('never costs less than the minimum nor more than the maximum', () => {
    const least = tariffOf(only(part('ENERGY', 0.25, 1, 10)), { min_price: { excl_vat: 0.5, incl_vat: 0.55 } })
    expect(costOf(least, cdrOf(60, [0, { ENERGY: 20 }]))).toEqual([5, 5.5])
    expect(costOf(least, cdrOf(60, [0, { ENERGY: 1 }]))).toEqual([0.5, 0.55])
    expect(costOf(least, cdrOf(60, [0, { TIME: 1 }]))).toEqual([0.5, 0.55])
    const most = tariffOf(only(...START_AND_ENERGY), { max_price: { before_taxes: 10, after_taxes: 11 } })
    expect(costOf(most, cdrOf(60, [0, { ENERGY: 50 }]))).toEqual([10, 11])
    expect(costOf(most, cdrOf(60, [0, { ENERGY: 30 }]))).toEqual([8, 8.85])
  })

  it('follows current, day and time of the complex tariff', () => {
    const WORK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']
    const tariff = tariffOf([
      within({}, part('FLAT', 2.5, 1, 15)),
      within({ max_current: 32 }, part('TIME', 1, 900, 20)),
      within({ min_current: 32, day_of_week: WORK }, part('TIME', 2, 600, 20)),
      within({ min_current: 32, day_of_week: ['SATURDAY', 'SUNDAY'] }, part('TIME', 1.25, 600, 20)),
      within({ start_time: '09:00', end_time: '18:00', day_of_week: WORK }, part('PARKING_TIME', 5, 300, 10)),
      within({ start_time: '10:00', end_time: '17:00', day_of_week: ['SATURDAY'] }, part('PARKING_TIME', 6, 300, 10)),
    ])
    const monday = cdrOf(207, [0, { TIME: 2.75, MAX_CURRENT: 16 }], [165, { PARKING_TIME: 0.7 }])
    expect(costOf(tariff, monday)).toEqual([9, 10.3])
    const saturday = 5 * 24 * 60 + 240
    const weekend = cdrOf(
      saturday + 185,
      [saturday, { TIME: 1.9, MIN_CURRENT: 43 }],
      [saturday + 114, { PARKING_TIME: 1.1833 }],
    )
    // The document's own sum, 12.28, takes 1.20 for the hour where its tariff says 1.25.
    expect(costOf(tariff, weekend)).toEqual([12.375, 13.975])
  })

  it('follows power and the length of the session', () => {
    const power = tariffOf([
      within({ max_power: 16 }, part('ENERGY', 0.2)),
      within({ max_power: 32 }, part('ENERGY', 0.35)),
      within({}, part('ENERGY', 0.5)),
    ])
    const told = cdrOf(
      80,
      [0, { ENERGY: 1, MAX_POWER: 6 }],
      [10, { ENERGY: 40, MIN_POWER: 48 }],
      [60, { ENERGY: 0.5, MAX_POWER: 4 }],
    )
    expect(costOf(power, told)[0]).toBe(20.3)
    const untold = cdrOf(80, [0, { ENERGY: 1 }], [10, { ENERGY: 40 }], [60, { ENERGY: 0.5 }])
    expect(costOf(power, untold)[0]).toBe(20.3)
    const length = tariffOf([
      within({ max_duration: 1800 }, part('ENERGY', 0)),
      within({ max_duration: 3600 }, part('ENERGY', 0.25)),
      within({}, part('ENERGY', 0.4)),
    ])
    expect(costOf(length, cdrOf(40, [0, { ENERGY: 5 }], [30, { ENERGY: 1.2 }]))[0]).toBe(0.3)
  })

  it('is rounded up to steps of the last component, over the whole session', () => {
    const dear = tariffOf([
      within({ end_time: '17:00' }, part('ENERGY', 0.2, 500), part('TIME', 5, 600)),
      within({}, part('ENERGY', 0.27, 500), part('TIME', 7, 600)),
    ])
    const five = 450 // 17:00
    expect(costOf(dear, cdrOf(five + 22, [five - 60, { ENERGY: 4.3 }], [five, { ENERGY: 1.1 }]))[0]).toBe(1.184)
    expect(costOf(dear, cdrOf(five + 22, [five - 6, { TIME: 0.1 }], [five, { TIME: 22 / 60 }]))[0]).toBe(3.3)
    const wh = (step: number, kwh: number) =>
      costOf(tariffOf(only(part('ENERGY', 0.25, step))), cdrOf(9, [0, { ENERGY: kwh }]))[0]
    expect([wh(1, 0.1152), wh(25, 0.101), wh(25, 0.125), wh(500, 0.001), wh(500, 0.5)]).toEqual([
      0.029, 0.0312, 0.0312, 0.125, 0.125,
    ])
  })

  it('takes the step of parking after time, and that of the last priced period', () => {
    const tariff = tariffOf([
      within({ end_time: '17:00' }, part('TIME', 1.2, 1800), part('PARKING_TIME', 1, 900)),
      within({ start_time: '17:00', end_time: '20:00' }, part('TIME', 2.4, 900), part('PARKING_TIME', 1, 900)),
      within({ start_time: '20:00', end_time: '00:00' }, part('TIME', 2.4, 900)),
    ])
    const at = (clock: string) => (Date.parse(`2026-03-02T${clock}:00Z`) - START) / 60_000
    const late = cdrOf(at('17:10'), [at('16:35'), { TIME: 25 / 60 }], [at('17:00'), { TIME: 10 / 60 }])
    expect(costOf(tariff, late)[0]).toBe(1.3)
    const night = cdrOf(
      at('20:12'),
      [at('19:40'), { TIME: 0.2 }],
      [at('19:52'), { PARKING_TIME: 8 / 60 }],
      [at('20:00'), { PARKING_TIME: 0.2 }],
    )
    expect(costOf(tariff, night)[0]).toBe(0.73)
  })
})

describe('a reservation by the worked examples', () => {
  const held = (...parts: unknown[]) => within({ reservation: 'RESERVATION' }, ...parts)
  const expired = (...parts: unknown[]) => within({ reservation: 'RESERVATION_EXPIRES' }, ...parts)
  const then = within({}, ...START_AND_ENERGY)
  const session = (minutes: number) =>
    cdrOf(minutes + 60, [0, { RESERVATION_TIME: minutes / 60 }], [minutes, { ENERGY: 20 }])
  const alone = (minutes: number) => cdrOf(minutes, [0, { RESERVATION_TIME: minutes / 60 }])

  it('is charged by its own elements, before the session', () => {
    expect(costOf(tariffOf([held(part('TIME', 5, 60, 20)), then]), session(15))).toEqual([6.75, 7.6])
    const fee = tariffOf([held(part('FLAT', 2, 1, 20), part('TIME', 5, 300, 20)), then])
    expect(priceOcpi(fee, session(13))).toMatchObject({
      total_cost: { excl_vat: 8.75, incl_vat: 10 },
      total_fixed_cost: { excl_vat: 0.5, incl_vat: 0.6 },
      total_reservation_cost: { excl_vat: 3.25, incl_vat: 3.9 },
      total_time: 1,
    })
  })

  it('that expires costs what the tariff says for that', () => {
    const fee = tariffOf([expired(part('FLAT', 4, 1, 20)), held(part('TIME', 2, 600, 20)), then])
    expect(costOf(fee, session(22))).toEqual([6.5, 7.3])
    expect(costOf(fee, alone(60))).toEqual([6, 7.2])
    const time = tariffOf([held(part('TIME', 3, 600, 20)), expired(part('TIME', 6, 600, 20)), then])
    expect(costOf(time, session(22))).toEqual([7, 7.9])
    expect(costOf(time, alone(90))).toEqual([9, 10.8])
  })

  it('is no session, so no minimum price applies', () => {
    const tariff = tariffOf([held(part('TIME', 3, 600)), then], { min_price: { excl_vat: 20 } })
    expect(costOf(tariff, alone(60))[0]).toBe(3)
  })
})

describe('a tariff', () => {
  const hour = cdrOf(60, [0, { ENERGY: 10, TIME: 1 }])

  it('without VAT has none, with 0 % the same; prices may hold it', () => {
    expect(costOf(tariffOf(only(part('ENERGY', 1))), hour)).toEqual([10, 10])
    expect(costOf(tariffOf(only(part('ENERGY', 1, 1, 0))), hour)).toEqual([10, 10])
    expect(costOf(tariffOf(only(part('ENERGY', 1.1, 1, 10)), { tax_included: 'YES' }), hour)).toEqual([10, 11])
    expect(costOf(tariffOf(only(part('ENERGY', 1, 1, 10)), { tax_included: 'N/A' }), hour)).toEqual([10, 10])
  })

  it('is read in the zone of the place: given, told by the location, else UTC', () => {
    const night = tariffOf([
      within({ start_time: '18:00', end_time: '06:00' }, part('ENERGY', 1)),
      ...only(part('ENERGY', 2)),
    ])
    const there = { ...hour, cdr_location: { country: 'CHN', time_zone: 'Asia/Shanghai' } }
    expect([costOf(night, hour)[0], costOf(night, there)[0]]).toEqual([20, 20])
    const later = cdrOf(60, [30, { ENERGY: 10 }]) // 10:00 in UTC, 18:00 in Shanghai
    expect(costOf(night, later)[0]).toBe(20)
    expect(costOf(night, { ...later, cdr_location: { time_zone: 'Asia/Shanghai' } })[0]).toBe(10)
    expect(costOf(night, later, 'Asia/Shanghai')[0]).toBe(10)
  })

  it('holds from its first day and until the day named, by the calendar of the place', () => {
    const dated = (restrictions: object) => costOf(tariffOf([within(restrictions, part('ENERGY', 1))]), hour)[0]
    expect(dated({ start_date: '2026-03-02', end_date: '2026-03-03' })).toBe(10)
    expect(dated({ start_date: '2026-03-03' })).toBe(0)
    expect(dated({ end_date: '2026-03-02' })).toBe(0)
  })

  it('changes at an amount of energy, whose edge belongs to the dearer side', () => {
    const tariff = tariffOf([within({ max_kwh: 10 }, part('ENERGY', 1)), within({ min_kwh: 10 }, part('ENERGY', 3))])
    expect(costOf(tariff, cdrOf(60, [0, { ENERGY: 10 }], [30, { ENERGY: 2 }]))[0]).toBe(16)
    expect(costOf(tariff, cdrOf(60, [0, { ENERGY: 9.9999 }], [30, { ENERGY: 2 }]))[0]).toBe(12)
  })

  it('is the one that a period names, else the one in force at the start', () => {
    const cheap = { ...tariffOf(only(part('ENERGY', 1))), id: 'cheap' }
    const dear = { ...tariffOf(only(part('ENERGY', 5))), id: 'Dear', start_date_time: iso(1) }
    const named = cdrOf(60, [0, { ENERGY: 1 }, 'CHEAP'], [10, { ENERGY: 1 }, 'dear'], [20, { ENERGY: 1 }])
    expect(costOf([dear, cheap], named)[0]).toBe(6)
    expect(costOf([dear, cheap], hour)[0]).toBe(10)
    expect(costOf(undefined, { ...hour, tariffs: [dear, cheap] })[0]).toBe(10)
    expect(costOf({ ...cheap, end_date_time: '2019-06-30T23:59:59Z' }, hour)[0]).toBe(10)
    expect(() => priceOcpi([], hour)).toThrow('tariffs.no_tariff')
    expect(() => priceOcpi({ ...cheap, currency: 'USD' }, hour)).toThrow('tariffs.currency_differs')
    expect(() => priceOcpi({ ...cheap, elements: [] }, hour)).toThrow('tariffs.not_ocpi')
  })

  it('has one flat fee a session, whichever elements come into force', () => {
    const tariff = tariffOf([within({ max_duration: 1800 }, part('FLAT', 1)), within({}, part('FLAT', 3))])
    expect(costOf(tariff, cdrOf(60, [0, { TIME: 0.5 }], [30, { TIME: 0.5 }]))[0]).toBe(1)
  })

  it('tells the length of parking also where there was none', () => {
    const tariff = tariffOf(only(part('TIME', 1), part('PARKING_TIME', 1)))
    expect(priceOcpi(tariff, hour)).toMatchObject({ total_parking_time: 0 })
    expect(priceOcpi(tariff, hour)).not.toHaveProperty('total_parking_cost')
  })

  it('may be free of charge', () => {
    expect(costOf(tariffOf(only({ type: 'FLAT', price: 0, step_size: 0 })), hour)).toEqual([0, 0])
  })

  it('of a credit is what was charged, negative', () => {
    expect(costOf(tariffOf(only(part('ENERGY', 1, 1, 10))), { ...hour, credit: true })).toEqual([-10, -11])
  })
})

describe('splitting a charging period', () => {
  it('changes nothing, wherever and however often it is cut', () => {
    const tariff = tariffOf(only(part('FLAT', 0.35, 1, 20), part('ENERGY', 0.4137, 250, 19), part('TIME', 1.9, 300, 7)))
    const pieces = fc.array(fc.record({ wh: fc.nat(20_000), seconds: fc.nat(7200) }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(pieces, (cut) => {
        const sum = (pick: (piece: { wh: number; seconds: number }) => number) =>
          cut.reduce((all, one) => all + pick(one), 0)
        const volumes = (wh: number, seconds: number) => ({ ENERGY: wh / 1000, TIME: seconds / 3600 })
        // Thirds of an hour have no end as a decimal: whole milli-hours keep the two sides the same.
        const hours = (seconds: number) => Math.round(seconds / 3.6) / 1000
        const parts = cut.map(({ wh, seconds }, at) => [at, { ...volumes(wh, 0), TIME: hours(seconds) }] as const)
        const whole = {
          ENERGY: sum(({ wh }) => wh) / 1000,
          TIME: sum(({ seconds }) => Math.round(seconds / 3.6)) / 1000,
        }
        expect(costOf(tariff, cdrOf(99, ...parts))).toEqual(costOf(tariff, cdrOf(99, [0, whole])))
      }),
    )
  })
})
