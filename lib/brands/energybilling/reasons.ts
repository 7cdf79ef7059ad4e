import type { ManifestInput } from '../manifest-schema.ts'

/** The four cases in which deletion can be asked for, and the child whose data was found (ENB-15). */
export const deletionGrounds: ManifestInput['deletionGrounds'] = [
  {
    key: 'unlawful',
    text: {
      en: 'My data was collected or used against the law.',
      'zh-CN': '收集或使用我的信息违反了法律法规。',
      fr: 'Mes données ont été recueillies ou utilisées contre la loi.',
    },
  },
  {
    key: 'against_agreement',
    text: {
      en: 'My data was used or made public against what we agreed.',
      'zh-CN': '使用或公开我的信息违反了双方约定。',
      fr: 'Mes données ont été utilisées ou rendues publiques contre notre accord.',
    },
  },
  {
    key: 'no_longer_used',
    text: {
      en: 'I no longer use the service, or I am closing my account.',
      'zh-CN': '我不再使用该服务，或正在注销账号。',
      fr: 'Je n’utilise plus le service, ou je ferme mon compte.',
    },
  },
  {
    key: 'service_ended',
    text: {
      en: 'The service is no longer offered to me.',
      'zh-CN': '你们不再向我提供服务。',
      fr: 'Le service ne m’est plus proposé.',
    },
  },
  {
    key: 'child',
    text: {
      en: 'This is data of a child under 14, and no guardian agreed.',
      'zh-CN': '这是未满14周岁儿童的信息，且未经监护人同意。',
      fr: 'Ce sont les données d’un enfant de moins de 14 ans, sans accord d’un tuteur.',
    },
  },
]

/** The six reasons for which a request may be refused (ENB-14), and no others. */
export const refusalReasons: ManifestInput['refusalReasons'] = [
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
      'zh-CN': '与犯罪侦查、起诉、审判和判决执行等直接相关。',
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
    key: 'serious_harm',
    text: {
      en: 'Answering would seriously harm you, another person or an organisation.',
      'zh-CN': '响应请求会使您或其他个人、组织的合法权益受到严重损害。',
      fr: 'Y répondre causerait un tort grave à vous, à une autre personne ou à une organisation.',
    },
  },
  {
    key: 'trade_secret',
    text: {
      en: 'It would reveal trade secrets.',
      'zh-CN': '涉及商业秘密。',
      fr: 'Cela révélerait des secrets d’affaires.',
    },
  },
]
