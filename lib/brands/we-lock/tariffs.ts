import type { ManifestInput } from '../manifest-schema.ts'

const cloud = {
  key: 'cloud_plan',
  name: { en: 'Cloud plan', 'zh-CN': '云端套餐', fr: 'Forfait cloud' },
  utility: 'service',
  currency: 'EUR',
  vatPercent: '20',
} as const

export const tariffs: ManifestInput['tariffs'] = [
  { ...cloud, validFrom: '2024-01-01', price: { kind: 'flat', rate: '0.0200' }, standingPerDay: '0.0900' },
  { ...cloud, validFrom: '2026-01-01', price: { kind: 'flat', rate: '0.0250' }, standingPerDay: '0.0950' },
]
