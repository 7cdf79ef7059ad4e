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

export const threeYearsAfterClosing = (
  keptGround: 'law' | 'dispute',
  end: 'erase' | 'anonymise',
  reason: Localised,
): Retention => ({ rule: 'after_closing', days: 1095, reason, keptGround, end })

export const forDays = (days: number, reason: Localised): Retention => ({ rule: 'days', days, reason })
