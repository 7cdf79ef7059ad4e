import { cloudHost, mailCarrier, paypal, stripe } from '../canonical-recipients.ts'
import type { ManifestInput } from '../manifest-schema.ts'

export const recipients: ManifestInput['recipients'] = [
  stripe({ purposes: ['billing'], categories: ['bills', 'payments', 'kept_cards'] }),
  paypal({ purposes: ['billing'], categories: ['bills', 'payments'] }),
  mailCarrier({
    purposes: ['account', 'billing', 'legal_duty', 'news'],
    categories: ['registration', 'requests', 'bills'],
  }),
  cloudHost({
    country: 'DE',
    purposes: ['charging_service', 'account', 'billing', 'legal_duty'],
    categories: [
      'registration',
      'profile',
      'devices',
      'phone_information',
      'charging_sessions',
      'sign_in_log',
      'consents',
      'requests',
      'bills',
      'payments',
      'kept_cards',
    ],
  }),
  {
    key: 'authorities',
    name: { en: 'Courts and authorities', 'zh-CN': '法院和主管机关', fr: 'Tribunaux et autorités' },
    kind: 'authority',
    ground: 'law',
    essential: true,
    purpose: {
      en: 'Get data only when a law or a court order makes us hand it over, and then only what is asked for.',
      'zh-CN': '只有在法律或法院命令要求时才会获得数据，且仅限于要求的部分。',
      fr: 'Ne reçoivent des données que si une loi ou une décision de justice nous y oblige, et seulement ce qui est demandé.',
    },
    purposes: ['legal_duty'],
    categories: ['registration', 'bills', 'payments'],
    country: 'DE',
  },
]
