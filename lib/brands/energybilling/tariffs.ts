import type { ManifestInput } from '../manifest-schema.ts'

const electricity = { en: 'Electricity, household', 'zh-CN': '居民用电', fr: 'Électricité, ménages' }
const gas = { en: 'Gas, household', 'zh-CN': '居民燃气', fr: 'Gaz, ménages' }
const water = { en: 'Water, household', 'zh-CN': '居民用水', fr: 'Eau, ménages' }

/** Example prices in yuan; electricity and gas by kWh, water by cubic metre. Later entries replace earlier ones from their day on. */
export const tariffs: ManifestInput['tariffs'] = [
  {
    key: 'electricity_household',
    name: electricity,
    utility: 'electricity',
    currency: 'CNY',
    validFrom: '2020-01-01',
    unitRate: '0.5600',
    standingPerDay: '0.20',
    vatPercent: '13',
  },
  {
    key: 'electricity_household',
    name: electricity,
    utility: 'electricity',
    currency: 'CNY',
    validFrom: '2026-01-01',
    unitRate: '0.5830',
    standingPerDay: '0.20',
    vatPercent: '13',
  },
  {
    key: 'gas_household',
    name: gas,
    utility: 'gas',
    currency: 'CNY',
    validFrom: '2020-01-01',
    unitRate: '0.2750',
    standingPerDay: '0.15',
    vatPercent: '9',
  },
  {
    key: 'gas_household',
    name: gas,
    utility: 'gas',
    currency: 'CNY',
    validFrom: '2026-01-01',
    unitRate: '0.2860',
    standingPerDay: '0.15',
    vatPercent: '9',
  },
  {
    key: 'water_household',
    name: water,
    utility: 'water',
    currency: 'CNY',
    validFrom: '2020-01-01',
    unitRate: '4.1000',
    standingPerDay: '0.10',
    vatPercent: '9',
  },
  {
    key: 'water_household',
    name: water,
    utility: 'water',
    currency: 'CNY',
    validFrom: '2026-01-01',
    unitRate: '4.3500',
    standingPerDay: '0.10',
    vatPercent: '9',
  },
]
