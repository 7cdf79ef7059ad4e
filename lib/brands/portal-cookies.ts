import type { ManifestInput } from './manifest-schema.ts'

/** The cookies that the portal sets whatever the brand. A session's name loses its prefix only where there is no https. */
export const portalCookies: ManifestInput['cookies'] = [
  {
    name: '__Host-openbook.session',
    category: 'necessary',
    purpose: {
      en: 'Keeps you signed in for twelve hours at most, or until you sign out. For a day after that, or for an hour after you sign out, it opens nothing, but what you send in a form is not lost.',
      'zh-CN':
        '保持您的登录状态，最长十二小时，或直到您退出。此后一天内（退出后为一小时内）它不能打开任何内容，但您提交的表单不会丢失。',
      fr: 'Vous garde connecté douze heures au plus, ou jusqu’à la déconnexion. Pendant un jour ensuite, ou pendant une heure après la déconnexion, il n’ouvre plus rien, mais ce que vous envoyez par un formulaire n’est pas perdu.',
    },
    lifetime: { count: 36, unit: 'hour' },
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
