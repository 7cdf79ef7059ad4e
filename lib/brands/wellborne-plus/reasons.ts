import type { ManifestInput } from '../manifest-schema.ts'

/** The five circumstances in which deletion can be asked for (WBP-16). */
export const deletionGrounds: ManifestInput['deletionGrounds'] = [
  {
    key: 'unlawful',
    text: {
      en: 'My data is handled against the law.',
      'zh-CN': '处理我的信息违反了法律法规。',
      fr: 'Mes données sont traitées contre la loi.',
    },
  },
  {
    key: 'without_consent',
    text: {
      en: 'My data was collected or used without my consent.',
      'zh-CN': '未经我同意收集、使用我的信息。',
      fr: 'Mes données ont été recueillies ou utilisées sans mon accord.',
    },
  },
  {
    key: 'against_agreement',
    text: {
      en: 'My data is handled against what we agreed.',
      'zh-CN': '处理我的信息违反了双方约定。',
      fr: 'Mes données sont traitées contre notre accord.',
    },
  },
  {
    key: 'no_longer_used',
    text: {
      en: 'I no longer use the products, or I have cancelled my account.',
      'zh-CN': '我不再使用产品或服务，或已注销账号。',
      fr: 'Je n’utilise plus les produits, ou j’ai fermé mon compte.',
    },
  },
  {
    key: 'service_ended',
    text: {
      en: 'The products are no longer offered to me.',
      'zh-CN': '你们不再向我提供产品或服务。',
      fr: 'Les produits ne me sont plus proposés.',
    },
  },
]

/** The eight reasons for which a request may be refused (WBP-20), and no others. */
export const refusalReasons: ManifestInput['refusalReasons'] = [
  {
    key: 'legal_duty',
    text: {
      en: 'A law binds us to act otherwise.',
      'zh-CN': '与我们履行法律法规规定的义务相关。',
      fr: 'Une loi nous oblige à agir autrement.',
    },
  },
  {
    key: 'national_security',
    text: {
      en: 'It directly concerns national security or defence.',
      'zh-CN': '与国家安全、国防安全直接相关。',
      fr: 'Cela touche directement la sécurité nationale ou la défense.',
    },
  },
  {
    key: 'public_interest',
    text: {
      en: 'It directly concerns public safety, public health or a major public interest.',
      'zh-CN': '与公共安全、公共卫生、重大公共利益直接相关。',
      fr: 'Cela touche directement la sécurité publique, la santé publique ou un intérêt public majeur.',
    },
  },
  {
    key: 'criminal_procedure',
    text: {
      en: 'It directly concerns a criminal investigation, a trial or the execution of a judgment.',
      'zh-CN': '与犯罪侦查、起诉、审判和判决执行直接相关。',
      fr: 'Cela touche directement une enquête pénale, un procès ou l’exécution d’un jugement.',
    },
  },
  {
    key: 'abuse',
    text: {
      en: 'There is good evidence that the request is malicious or abuses a right.',
      'zh-CN': '有充分证据表明请求存在主观恶意或滥用权利。',
      fr: 'Des preuves solides montrent que la demande est malveillante ou abuse d’un droit.',
    },
  },
  {
    key: 'protects_life',
    text: {
      en: 'Somebody’s life, property or other major interest must be protected, and consent is hard to obtain.',
      'zh-CN': '为保护您或他人的生命、财产等重大合法权益，且难以取得同意。',
      fr: 'Il faut protéger la vie, les biens ou un intérêt majeur d’une personne, et son accord est difficile à obtenir.',
    },
  },
  {
    key: 'serious_harm',
    text: {
      en: 'Answering would seriously harm you, another person or an organisation.',
      'zh-CN': '响应请求会使您或其他个人、组织的合法权益受到严重损害。',
      fr: 'Y répondre causerait un tort grave à vous, à une autre personne ou à une organisation.',
    },
  },
  {
    key: 'business_secret',
    text: {
      en: 'It would reveal business secrets.',
      'zh-CN': '涉及商业秘密。',
      fr: 'Cela révélerait des secrets d’affaires.',
    },
  },
]
