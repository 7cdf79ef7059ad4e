import type { ManifestInput } from '../manifest-schema.ts'

export const cookies: ManifestInput['cookies'] = [
  {
    name: '__Host-openbook.session',
    category: 'necessary',
    purpose: {
      en: 'Keeps you signed in.',
      'zh-CN': '保持您的登录状态。',
      fr: 'Vous garde connecté.',
    },
    lifetime: {
      en: 'Until you sign out, at most 12 hours',
      'zh-CN': '到您退出为止，最长 12 小时',
      fr: 'Jusqu’à la déconnexion, 12 heures au plus',
    },
  },
  {
    name: 'openbook.cookies',
    category: 'necessary',
    purpose: {
      en: 'Remembers your choice about cookies.',
      'zh-CN': '记住您对 Cookie 的选择。',
      fr: 'Retient votre choix sur les cookies.',
    },
    lifetime: { en: '6 months', 'zh-CN': '6 个月', fr: '6 mois' },
  },
  {
    name: 'openbook.locale',
    category: 'preferences',
    purpose: {
      en: 'Remembers the language you read in.',
      'zh-CN': '记住您使用的语言。',
      fr: 'Retient votre langue de lecture.',
    },
    lifetime: { en: '1 year', 'zh-CN': '1 年', fr: '1 an' },
  },
  {
    name: 'we.count',
    category: 'statistics',
    purpose: {
      en: 'Lets our statistics partner count which functions are used. Set only after you agree.',
      'zh-CN': '供统计合作方统计功能使用情况。仅在您同意后设置。',
      fr: 'Permet à notre partenaire de compter les fonctions utilisées. Déposé seulement avec votre accord.',
    },
    lifetime: { en: '3 months', 'zh-CN': '3 个月', fr: '3 mois' },
  },
  {
    name: 'we.ad',
    category: 'advertising',
    purpose: {
      en: 'Remembers that you came from one of our advertisements. Set only after you agree.',
      'zh-CN': '记住您来自我们的某则广告。仅在您同意后设置。',
      fr: 'Retient que vous venez d’une de nos publicités. Déposé seulement avec votre accord.',
    },
    lifetime: { en: '30 days', 'zh-CN': '30 天', fr: '30 jours' },
  },
]
