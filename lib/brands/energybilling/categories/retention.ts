import type { Localised, ManifestInput } from '../../manifest-schema.ts'

type Retention = ManifestInput['categories'][number]['retention']

export const lifeOfAccount: Retention = {
  rule: 'account',
  reason: {
    en: 'Needed as long as you have an account.',
    'zh-CN': '在您拥有账号期间需要保存。',
    fr: 'Nécessaire tant que vous avez un compte.',
  },
}

/** Three years after closing, the least that the law asks for (ENB-11). */
export const afterClosing = (reason: Localised): Retention => ({
  rule: 'after_closing',
  days: 1095,
  reason,
  keptGround: 'law',
})

export const oneYear: Retention = {
  rule: 'days',
  days: 365,
  reason: {
    en: 'A year is enough to find a fault that comes back.',
    'zh-CN': '一年足以查找反复出现的故障。',
    fr: 'Un an suffit pour trouver une panne qui revient.',
  },
}
