import type { ManifestInput } from '../manifest-schema.ts'

const name = { en: 'Charging', 'zh-CN': '充电', fr: 'Recharge' }

/** Example prices per kWh. The first one reaches back so that old sessions can be billed. */
export const tariffs: ManifestInput['tariffs'] = [
  {
    key: 'charging',
    name,
    utility: 'charging',
    currency: 'CNY',
    validFrom: '2014-01-01',
    unitRate: '1.2000',
    standingPerDay: '0',
    vatPercent: '13',
  },
  {
    key: 'charging',
    name,
    utility: 'charging',
    currency: 'CNY',
    validFrom: '2026-01-01',
    unitRate: '1.2800',
    standingPerDay: '0',
    vatPercent: '13',
  },
]
