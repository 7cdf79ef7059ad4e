import type { ManifestInput } from '../manifest-schema.ts'
import { portalCookies } from '../portal-cookies.ts'

export const cookies: ManifestInput['cookies'] = [
  ...portalCookies,
  {
    name: 'openbook.visits',
    category: 'statistics',
    purpose: {
      en: 'Counts which of these pages are read. Holds a random number and nothing else. Set only after you agree.',
      'zh-CN': '统计本网站页面的浏览次数，只含一个随机编号。仅在您同意后设置。',
      fr: 'Compte les pages lues. Ne contient qu’un nombre au hasard. Déposé seulement avec votre accord.',
    },
    lifetime: { count: 30, unit: 'day' },
  },
]
