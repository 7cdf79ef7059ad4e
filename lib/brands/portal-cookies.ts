import type { ManifestInput } from './manifest-schema.ts'

/** The cookies that the portal sets whatever the brand. A session's name loses its prefix only where there is no https. */
export const portalCookies: ManifestInput['cookies'] = [
  {
    name: '__Host-openbook.session',
    category: 'necessary',
    purpose: {
      en: 'Keeps you signed in, until you sign out.',
      'zh-CN': '保持您的登录状态，直到您退出。',
      fr: 'Vous garde connecté, jusqu’à la déconnexion.',
    },
    lifetime: { count: 12, unit: 'hour' },
  },
  {
    name: 'openbook.cookies',
    category: 'necessary',
    purpose: {
      en: 'Remembers your choice about cookies.',
      'zh-CN': '记住您对 Cookie 的选择。',
      fr: 'Retient votre choix sur les cookies.',
    },
    lifetime: { count: 180, unit: 'day' },
  },
  {
    name: 'openbook.locale',
    category: 'preferences',
    purpose: {
      en: 'Remembers the language that you choose. Set only when you choose one.',
      'zh-CN': '记住您选择的语言。仅在您选择语言时设置。',
      fr: 'Retient la langue que vous choisissez. Déposé seulement quand vous en choisissez une.',
    },
    lifetime: { count: 365, unit: 'day' },
  },
]
