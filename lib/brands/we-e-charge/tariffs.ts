import type { ManifestInput } from '../manifest-schema.ts'

const name = { en: 'Home charging', 'zh-CN': '家用充电', fr: 'Recharge à domicile' }
const charging = { key: 'home_charging', name, utility: 'charging', currency: 'EUR', vatPercent: '19' } as const

/** Example prices; since 2026 by OCPI, dearer on working days in the evening, and no session above a limit. */
export const tariffs: ManifestInput['tariffs'] = [
  { ...charging, validFrom: '2014-01-01', price: { kind: 'flat', rate: '0.2890' } },
  { ...charging, validFrom: '2025-01-01', price: { kind: 'flat', rate: '0.3900' } },
  {
    ...charging,
    validFrom: '2026-01-01',
    standingPerDay: '0.0500',
    price: {
      kind: 'ocpi',
      tariff: {
        id: 'WEC-2026',
        currency: 'EUR',
        max_price: { excl_vat: '30.00' },
        elements: [
          {
            price_components: [{ type: 'ENERGY', price: '0.4650', vat: '19' }],
            restrictions: {
              start_time: '17:00',
              end_time: '20:00',
              day_of_week: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
            },
          },
          { price_components: [{ type: 'ENERGY', price: '0.4150', vat: '19' }] },
        ],
      },
    },
  },
]
