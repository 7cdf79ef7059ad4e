import type { ManifestInput } from '../manifest-schema.ts'

const hub = {
  key: 'hub_plan',
  name: { en: 'Hub plan', 'zh-CN': '中枢套餐', fr: 'Forfait hub' },
  utility: 'service',
  currency: 'USD',
  vatPercent: '0',
} as const

export const tariffs: ManifestInput['tariffs'] = [
  { ...hub, validFrom: '2024-01-01', price: { kind: 'flat', rate: '0.0015' }, standingPerDay: '0.1000' },
  { ...hub, validFrom: '2026-01-01', price: { kind: 'flat', rate: '0.0018' }, standingPerDay: '0.1100' },
]
