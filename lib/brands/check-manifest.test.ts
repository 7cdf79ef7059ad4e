import { describe, expect, it } from 'vitest'
import { checkManifest } from './check-manifest.ts'
import { manifest as written } from './we-e-charge/manifest.ts'

const name = { en: 'A', 'zh-CN': 'A', fr: 'A' }
const charging = { key: 'home', name, utility: 'charging', currency: 'EUR', validFrom: '2026-01-01', vatPercent: '19' }
const windowed = (more: Record<string, unknown> = {}) => ({
  kind: 'time_of_use',
  rates: { peak: '0.5', day: '0.3' },
  windows: [{ period: 'peak', from: '17:00', until: '20:00', ...more }],
  otherwise: 'day',
})
const withTariff = (tariff: Record<string, unknown>) =>
  checkManifest('manifest.ts', { ...written, tariffs: [{ ...charging, ...tariff }] })

describe('the tariff of charging in a manifest', () => {
  it('may be one rate, bands, or times of use that OCPI has words for', () => {
    const prices = [
      { kind: 'flat', rate: '0.3' },
      { kind: 'tiered', per: 'month', bands: [{ rate: '0.3' }] },
      windowed(),
    ]
    for (const price of prices) expect(withTariff({ price }).tariffs[0]?.price.kind).toBe(price.kind)
  })

  it.each([
    ['windows of some months', { price: windowed({ months: [1] }) }, 'OCPI has no words'],
    [
      'a rate finer than OCPI writes',
      { price: { ...windowed(), rates: { peak: '0.50001', day: '0.3' } } },
      'OCPI has no words',
    ],
    ['a minimum', { price: windowed(), minimumPerDay: '0.1' }, 'priced one by one'],
    [
      'a discount',
      { price: windowed(), discounts: [{ key: 'a', name, percent: '5', on: ['use'] }] },
      'priced one by one',
    ],
    [
      'times of use in a season',
      { price: { kind: 'flat', rate: '0.3' }, seasons: [{ months: [1], price: windowed() }] },
      'priced one by one',
    ],
  ])('is refused with %s', (_, tariff, reason) => expect(() => withTariff(tariff)).toThrow(reason))
})
