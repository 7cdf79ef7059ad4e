import { cloudHost, mailCarrier, smsCarrier } from '../../canonical-recipients.ts'
import type { ManifestInput } from '../../manifest-schema.ts'
import { categories } from '../categories.ts'

/** This brand sends nothing abroad (ENB-16), so those who work for it do so in mainland China. */
const inChina = { country: 'CN' }

/** Who works for the brand under its orders, and the cases of law and affiliates. */
export const processors: ManifestInput['recipients'] = [
  {
    ...smsCarrier({ purposes: ['account'], categories: ['registration'] }),
    ...inChina,
    legalBasis: 'contract',
  },
  {
    ...mailCarrier({
      purposes: ['arrears_notices', 'support', 'child_protection'],
      categories: ['registration', 'bills', 'requests'],
    }),
    ...inChina,
    legalBasis: 'contract',
  },
  {
    ...cloudHost({
      ...inChina,
      purposes: ['account', 'metering', 'billing', 'security', 'support', 'legal_records'],
      categories: categories.map((category) => category.key),
    }),
    legalBasis: 'safe_operation',
  },
  {
    key: 'affiliates',
    name: { en: 'Affiliated companies of Compere', 'zh-CN': 'Compere 的关联公司', fr: 'Sociétés affiliées à Compere' },
    kind: 'affiliate',
    ground: 'affiliate',
    legalBasis: 'contract',
    essential: false,
    refusal: {
      en: 'If you refuse, only the company named in the policy helps you; an answer may take longer.',
      'zh-CN': '如您拒绝，仅由政策所列公司为您服务，答复可能需要更长时间。',
      fr: 'Si vous refusez, seule la société nommée dans la politique vous aide ; la réponse peut être plus longue.',
    },
    purpose: {
      en: 'Help with customer service. For another purpose they must ask you first',
      'zh-CN': '协助客户服务；如改变目的须再次征得您的同意',
      fr: 'Aident au service client. Pour un autre but, elles doivent d’abord vous demander',
    },
    purposes: ['support'],
    categories: ['requests'],
    country: 'CN',
  },
  {
    key: 'authorities',
    name: { en: 'Authorities and courts', 'zh-CN': '主管机关和法院', fr: 'Autorités et tribunaux' },
    kind: 'authority',
    ground: 'law',
    legalBasis: 'legal_obligation',
    essential: true,
    purpose: {
      en: 'Receive what a law or a binding order demands, and no more',
      'zh-CN': '仅在法律或强制性要求的范围内接收信息',
      fr: 'Reçoivent ce qu’une loi ou un ordre contraignant exige, et rien de plus',
    },
    purposes: ['legal_records'],
    categories: ['registration', 'bills', 'payments'],
    country: 'CN',
  },
]
