import { cloudHost, mailCarrier, paypal, stripe } from '../canonical-recipients.ts'
import type { ManifestInput } from '../manifest-schema.ts'
import { categories } from './categories.ts'

const paidBills = { purposes: ['billing'], categories: ['bills', 'payments'] }

/** The register by the four grounds of sharing (WBP-09); each entry also names what it rests on (WBP-05, WBP-11). */
export const recipients: ManifestInput['recipients'] = [
  { ...stripe({ ...paidBills, categories: [...paidBills.categories, 'kept_cards'] }), legalBasis: 'contract' },
  { ...paypal(paidBills), legalBasis: 'contract' },
  {
    ...mailCarrier({
      purposes: ['account', 'support', 'marketing_mail'],
      categories: ['registration', 'bills', 'requests'],
    }),
    country: 'CN',
    legalBasis: 'contract',
  },
  {
    ...cloudHost({
      country: 'CN',
      purposes: ['account', 'charging', 'billing', 'security', 'support', 'legal_records'],
      categories: categories.map((category) => category.key),
    }),
    legalBasis: 'safe_operation',
  },
  {
    key: 'affiliates',
    name: {
      en: 'Affiliated companies of Wellbore SAS',
      'zh-CN': 'Wellbore SAS 的关联公司',
      fr: 'Sociétés affiliées à Wellbore SAS',
    },
    kind: 'affiliate',
    ground: 'affiliate',
    legalBasis: 'consent',
    essential: false,
    refusal: {
      en: 'If you refuse, only the company named in the policy helps you; an answer may take longer.',
      'zh-CN': '如您拒绝，仅由政策所列公司为您服务，答复可能需要更长时间。',
      fr: 'Si vous refusez, seule la société nommée dans la politique vous aide ; la réponse peut être plus longue.',
    },
    purpose: {
      en: 'Help with customer service, with what is necessary and no more. For another purpose they must ask you first.',
      'zh-CN': '在必要范围内协助客户服务；如改变目的，须先征得您的同意。',
      fr: 'Aident au service client, avec le nécessaire et rien de plus. Pour un autre but, elles doivent d’abord vous demander.',
    },
    purposes: ['support', 'transfer_abroad'],
    categories: ['requests', 'devices'],
    country: 'FR',
  },
  {
    key: 'service_partners',
    name: {
      en: 'Authorised service partners',
      'zh-CN': '获授权的服务合作伙伴',
      fr: 'Partenaires de service autorisés',
    },
    kind: 'partner',
    ground: 'partner',
    legalBasis: 'consent',
    essential: false,
    refusal: {
      en: 'If you refuse, we repair without them; it may take longer.',
      'zh-CN': '如您拒绝，我们将不借助其维修，可能需要更长时间。',
      fr: 'Si vous refusez, nous réparons sans eux ; cela peut durer plus longtemps.',
    },
    purpose: {
      en: 'Repair chargers and answer questions about them. A contract binds them to secrecy and to our instructions.',
      'zh-CN': '维修充电桩并解答相关问题。合同约束其保密并遵循我们的指示。',
      fr: 'Réparent les bornes et répondent aux questions. Un contrat les tient au secret et à nos consignes.',
    },
    purposes: ['partner_service'],
    categories: ['devices', 'charging_sessions'],
    country: 'CN',
  },
  {
    key: 'chosen_by_you',
    name: { en: 'Others you name yourself', 'zh-CN': '您自己指定的其他方', fr: 'D’autres que vous désignez vous-même' },
    kind: 'partner',
    ground: 'consent',
    legalBasis: 'consent',
    essential: false,
    refusal: {
      en: 'If you refuse, we share with nobody you name until you say yes again.',
      'zh-CN': '如您拒绝，在您再次同意之前，我们不会与您指定的任何人共享。',
      fr: 'Si vous refusez, nous ne partageons avec personne que vous désignez, jusqu’à un nouveau oui.',
    },
    purpose: {
      en: 'Receive data only after you have expressly said yes to that one sharing.',
      'zh-CN': '仅在您就该次共享明确同意后才接收信息。',
      fr: 'Ne reçoivent des données qu’après votre oui exprès à ce partage précis.',
    },
    purposes: ['support'],
    categories: [],
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
      en: 'Receive what a law or a binding order demands, and no more.',
      'zh-CN': '仅在法律或强制性要求的范围内接收信息。',
      fr: 'Reçoivent ce qu’une loi ou un ordre contraignant exige, et rien de plus.',
    },
    purposes: ['legal_records'],
    categories: ['registration', 'bills', 'payments'],
    country: 'CN',
  },
  {
    key: 'public_by_consent',
    name: { en: 'The public, if you agree', 'zh-CN': '公众（经您同意）', fr: 'Le public, si vous êtes d’accord' },
    kind: 'public',
    ground: 'consent',
    legalBasis: 'consent',
    essential: false,
    purpose: {
      en: 'Nothing is made public today. If we ever wished to, we would ask you first.',
      'zh-CN': '目前没有公开任何信息。如需公开，我们会先征得您的同意。',
      fr: 'Rien n’est rendu public aujourd’hui. Si nous le voulions un jour, nous vous demanderions d’abord.',
    },
    purposes: ['support'],
    categories: [],
    country: 'CN',
  },
  {
    key: 'public_by_law',
    name: { en: 'The public, if the law demands it', 'zh-CN': '公众（依法要求）', fr: 'Le public, si la loi l’exige' },
    kind: 'public',
    ground: 'law',
    legalBasis: 'legal_obligation',
    essential: true,
    purpose: {
      en: 'Only if a law, a lawsuit or an authority forces us to publish something. Nothing is published today.',
      'zh-CN': '仅在法律、诉讼或主管部门强制要求时公开。目前没有公开任何信息。',
      fr: 'Seulement si une loi, un procès ou une autorité nous y force. Rien n’est publié aujourd’hui.',
    },
    purposes: ['legal_records'],
    categories: [],
    country: 'CN',
  },
]
