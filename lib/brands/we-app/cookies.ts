import type { ManifestInput } from '../manifest-schema.ts'
import { portalCookies } from '../portal-cookies.ts'

export const cookies: ManifestInput['cookies'] = [
  ...portalCookies,
  {
    name: 'we.count',
    category: 'statistics',
    purpose: {
      en: 'Counts which of these pages are read. Holds a random number and nothing else. Set only after you agree.',
      'zh-CN': '统计本网站页面的浏览次数，只含一个随机编号。仅在您同意后设置。',
      fr: 'Compte les pages lues. Ne contient qu’un nombre au hasard. Déposé seulement avec votre accord.',
    },
    lifetime: { count: 90, unit: 'day' },
  },
  {
    name: 'we.ad',
    category: 'advertising',
    purpose: {
      en: 'Remembers which advertisement brought you here. Set only after you agree, and only if you come by one.',
      'zh-CN': '记住带您来到这里的广告。仅在您同意后且通过广告访问时设置。',
      fr: 'Retient quelle publicité vous a amené. Déposé seulement avec votre accord, et si vous venez par l’une d’elles.',
    },
    lifetime: { count: 30, unit: 'day' },
  },
]
