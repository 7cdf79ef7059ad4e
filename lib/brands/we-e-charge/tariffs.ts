import type { ManifestInput } from '../manifest-schema.ts'

const name = { en: 'Home charging', 'zh-CN': '家用充电', fr: 'Recharge à domicile' }
const charging = { key: 'home_charging', name, utility: 'charging', currency: 'EUR', vatPercent: '19' } as const

export const tariffs: ManifestInput['tariffs'] = [
  { ...charging, validFrom: '2014-01-01', unitRate: '0.2890', standingPerDay: '0' },
  { ...charging, validFrom: '2025-01-01', unitRate: '0.3900', standingPerDay: '0' },
  { ...charging, validFrom: '2026-01-01', unitRate: '0.4150', standingPerDay: '0.0500' },
]
