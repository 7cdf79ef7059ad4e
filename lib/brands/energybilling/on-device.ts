import type { ManifestInput } from '../manifest-schema.ts'

/** What the app keeps or reads on the phone and never sends. */
export const onDeviceOnly: ManifestInput['onDeviceOnly'] = [
  {
    key: 'saved_sign_in',
    name: {
      en: 'Saved sign-in and searches',
      'zh-CN': '保存的登录信息与搜索记录',
      fr: 'Connexion et recherches enregistrées',
    },
    reason: {
      en: 'Kept in the phone’s storage so that you need not sign in again; it stays there.',
      'zh-CN': '保存在手机存储中，免去重复登录；不会离开手机。',
      fr: 'Gardées dans le téléphone pour vous éviter de vous reconnecter ; elles y restent.',
    },
    refusedFields: ['saved_sign_in', 'search_history'],
  },
  {
    key: 'clipboard',
    name: { en: 'Clipboard', 'zh-CN': '剪贴板内容', fr: 'Presse-papiers' },
    reason: {
      en: 'Read only when you paste a code; never sent.',
      'zh-CN': '仅在您粘贴验证码时读取，绝不上传。',
      fr: 'Lu seulement quand vous collez un code ; jamais envoyé.',
    },
    refusedFields: ['clipboard', 'pasteboard'],
  },
]
