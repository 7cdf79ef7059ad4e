import type { ManifestInput } from '../manifest-schema.ts'

const electricity = {
  key: 'electricity_household',
  name: { en: 'Electricity, household', 'zh-CN': '居民用电', fr: 'Électricité, ménages' },
  utility: 'electricity',
  currency: 'CNY',
  standingPerDay: '0.20',
  vatPercent: '13',
} as const
const gas = {
  key: 'gas_household',
  name: { en: 'Gas, household', 'zh-CN': '居民燃气', fr: 'Gaz, ménages' },
  utility: 'gas',
  currency: 'CNY',
  standingPerDay: '0.15',
  vatPercent: '9',
} as const
const water = {
  key: 'water_household',
  name: { en: 'Water, household', 'zh-CN': '居民用水', fr: 'Eau, ménages' },
  utility: 'water',
  currency: 'CNY',
  standingPerDay: '0.10',
  vatPercent: '9',
} as const

/** Example prices in yuan; electricity and gas by kWh, water by cubic metre. Later entries replace earlier ones from their day on. */
export const tariffs: ManifestInput['tariffs'] = [
  { ...electricity, validFrom: '2020-01-01', price: { kind: 'flat', rate: '0.5600' } },
  {
    ...electricity,
    validFrom: '2026-01-01',
    price: {
      kind: 'tiered',
      per: 'month',
      bands: [{ upTo: '260', rate: '0.5830' }, { upTo: '400', rate: '0.6330' }, { rate: '0.8830' }],
    },
    exportRate: '0.4155',
  },
  {
    ...electricity,
    key: 'electricity_peak_valley',
    name: { en: 'Electricity, day and night', 'zh-CN': '居民峰谷电价', fr: 'Électricité, jour et nuit' },
    optional: true,
    validFrom: '2020-01-01',
    price: {
      kind: 'time_of_use',
      rates: { day: '0.6170', night: '0.3070' },
      windows: [{ period: 'day', from: '06:00', until: '22:00' }],
      otherwise: 'night',
    },
  },
  {
    ...electricity,
    key: 'electricity_season',
    name: { en: 'Electricity, by season', 'zh-CN': '居民季节电价', fr: 'Électricité, par saison' },
    optional: true,
    validFrom: '2020-01-01',
    price: { kind: 'flat', rate: '0.5290' },
    seasons: [{ months: [7, 8, 9], price: { kind: 'flat', rate: '0.6880' } }],
    minimumPerDay: '0.60',
    discounts: [
      {
        key: 'paperless',
        name: { en: 'Bill by mail only', 'zh-CN': '仅电子账单', fr: 'Facture par e-mail' },
        percent: '1.5',
        on: ['use'],
      },
    ],
  },
  { ...gas, validFrom: '2020-01-01', price: { kind: 'flat', rate: '0.2750' } },
  { ...gas, validFrom: '2026-01-01', price: { kind: 'flat', rate: '0.2860' } },
  { ...water, validFrom: '2020-01-01', price: { kind: 'flat', rate: '4.1000' } },
  {
    ...water,
    validFrom: '2026-01-01',
    price: { kind: 'tiered', per: 'year', bands: [{ upTo: '220', rate: '4.3500' }, { rate: '5.8300' }] },
  },
]
