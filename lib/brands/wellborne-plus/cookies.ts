import type { ManifestInput } from '../manifest-schema.ts'

export const cookies: ManifestInput['cookies'] = [
  {
    name: '__Host-openbook.session',
    category: 'necessary',
    purpose: { en: 'Keeps you signed in.', 'zh-CN': '保持您的登录状态。', fr: 'Vous garde connecté.' },
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
    name: 'openbook.visits',
    category: 'statistics',
    purpose: {
      en: 'Counts which pages are read, only if you agree and your browser does not say Do Not Track.',
      'zh-CN': '统计页面浏览情况，仅在您同意且浏览器未开启“请勿追踪”时使用。',
      fr: 'Compte les pages lues, seulement si vous êtes d’accord et si le navigateur ne dit pas « Ne pas me pister ».',
    },
    lifetime: { en: '30 days', 'zh-CN': '30 天', fr: '30 jours' },
  },
]
