import type { ManifestInput } from './manifest-schema.ts'

/** News about the portal itself, the same for every brand. */
export const portalNews: ManifestInput['newsletter']['items'][number] = {
  key: 'compare_versions',
  publishedOn: '2026-11-20',
  title: {
    en: 'See what changed in the privacy policy',
    'zh-CN': '隐私政策改了什么，一目了然',
    fr: 'Voyez ce qui a changé dans la politique de confidentialité',
  },
  text: {
    en: 'Every version of the policy now stands side by side with any other, and what changed is marked word by word. Whoever wants to hear of new versions can follow them by a feed.',
    'zh-CN': '现在可以对比隐私政策的任意两个版本，变更之处逐字标出。您也可以订阅新版本的更新。',
    fr: 'Chaque version de la politique se compare maintenant à toute autre, et les changements sont marqués mot à mot. Un flux permet de suivre les nouvelles versions.',
  },
  path: '/policy/versions',
}
