import type { ManifestInput } from '../manifest-schema.ts'

const charging = {
  key: 'charging',
  name: { en: 'Charging', 'zh-CN': '充电', fr: 'Recharge' },
  utility: 'charging',
  currency: 'CNY',
  vatPercent: '13',
} as const

/** Example prices per kWh, since 2026 by OCPI. The first one reaches back so that old sessions can be billed. */
export const tariffs: ManifestInput['tariffs'] = [
  { ...charging, validFrom: '2014-01-01', price: { kind: 'flat', rate: '1.2000' } },
  {
    ...charging,
    validFrom: '2026-01-01',
    price: {
      kind: 'ocpi',
      tariff: {
        id: 'WBP-2026',
        currency: 'CNY',
        elements: [
          {
            price_components: [{ type: 'ENERGY', price: '0.9600', vat: '13' }],
            restrictions: { start_time: '22:00', end_time: '06:00' },
          },
          { price_components: [{ type: 'ENERGY', price: '1.2800', vat: '13' }] },
        ],
      },
    },
  },
]
