import type { ManifestInput } from '../../manifest-schema.ts'

/** What the policy asks about by itself, apart from the nine purposes: LCK-04, LCK-07, LCK-08, LCK-10; and the law. */
export const dataPurposes: ManifestInput['purposes'] = [
  {
    key: 'combine_data',
    name: { en: 'Combine your data', 'zh-CN': '合并数据', fr: 'Combiner vos données' },
    description: {
      en: 'Put personal data together with data that does not name you, to analyse both at once.',
      'zh-CN': '将您的个人信息与不指向您的信息合并，一起进行分析。',
      fr: 'Réunir vos données personnelles et des données qui ne vous nomment pas, pour les analyser ensemble.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, the two are kept apart. Nothing else changes.',
      'zh-CN': '如果您拒绝，两类信息将分开保存，其他一切不变。',
      fr: 'Si vous refusez, elles restent séparées. Rien d’autre ne change.',
    },
    notice: {
      en: 'What the website counts without your name would be joined with your account. This tells more about you than either alone.',
      'zh-CN': '网站在不显示您姓名的情况下统计的信息将与您的账号关联。合并后会比单独任何一类更能反映您的情况。',
      fr: 'Ce que le site compte sans votre nom serait relié à votre compte. Ensemble, cela en dit plus sur vous que chacun séparément.',
    },
  },
  {
    key: 'questionnaires',
    name: { en: 'Questionnaires and events', 'zh-CN': '问卷与活动', fr: 'Questionnaires et événements' },
    description: {
      en: 'Hold what you answer in a questionnaire, with name, phone and home address where a prize or a visit needs them.',
      'zh-CN': '保存您在问卷中的回答；寄送奖品或上门服务时，还包括姓名、电话和家庭住址。',
      fr: 'Garder vos réponses à un questionnaire, avec nom, téléphone et adresse si un lot ou une visite le demande.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, you cannot take part in questionnaires. Nothing else changes.',
      'zh-CN': '如果您拒绝，将无法参与问卷活动，其他一切不变。',
      fr: 'Si vous refusez, vous ne pouvez pas participer aux questionnaires. Rien d’autre ne change.',
    },
    notice: {
      en: 'Your answers, and your name, phone and home address if you give them, are kept for one year and used for this event only.',
      'zh-CN': '您的回答以及您填写的姓名、电话和家庭住址将保存一年，且仅用于本次活动。',
      fr: 'Vos réponses, et vos nom, téléphone et adresse si vous les donnez, sont gardés un an et ne servent qu’à cet événement.',
    },
  },
  {
    key: 'use_location',
    name: { en: 'Use your location', 'zh-CN': '使用您的位置', fr: 'Utiliser votre position' },
    description: {
      en: 'Open the door as you come near and show where your lock was used.',
      'zh-CN': '在您靠近时开门，并显示门锁的使用地点。',
      fr: 'Ouvrir la porte à votre approche et montrer où votre serrure a été utilisée.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, the door does not open by itself as you come near. You open it in the app.',
      'zh-CN': '如果您拒绝，门不会在您靠近时自动打开，您可以在应用中开门。',
      fr: 'Si vous refusez, la porte ne s’ouvre pas seule à votre approche. Vous l’ouvrez dans l’appli.',
    },
    notice: {
      en: 'Your place is taken from the IP address, GPS or Wi-Fi. Each record says which, is kept for 90 days, and can be deleted by you.',
      'zh-CN': '位置来自 IP 地址、GPS 或 Wi-Fi。每条记录都注明来源，保存 90 天，您可以自行删除。',
      fr: 'Votre position vient de l’adresse IP, du GPS ou du Wi-Fi. Chaque trace dit laquelle, est gardée 90 jours et peut être effacée par vous.',
    },
  },
  {
    key: 'advertising',
    endedBySignal: true,
    name: { en: 'Advertising with affiliates', 'zh-CN': '与关联方的广告', fr: 'Publicité avec nos affiliés' },
    description: {
      en: 'Recognise your browser by cookies to show you fitting products and advertisements, here and on affiliated sites.',
      'zh-CN': '通过 Cookie 识别您的浏览器，在本网站和关联网站展示合适的产品和广告。',
      fr: 'Reconnaître votre navigateur par des cookies pour montrer des produits et publicités adaptés, ici et sur des sites affiliés.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, advertisements are not chosen for you. The website works as before.',
      'zh-CN': '如果您拒绝，广告将不会针对您挑选，网站照常使用。',
      fr: 'Si vous refusez, les publicités ne sont pas choisies pour vous. Le site fonctionne comme avant.',
    },
    notice: {
      en: 'A cookie will tell our affiliated shop which products this browser viewed. It does not hold your name.',
      'zh-CN': 'Cookie 会告诉我们的关联商店此浏览器浏览过哪些产品，其中不包含您的姓名。',
      fr: 'Un cookie dira à notre boutique affiliée quels produits ce navigateur a vus. Il ne contient pas votre nom.',
    },
  },
  {
    key: 'legal_duty',
    name: { en: 'What the law asks of us', 'zh-CN': '法律义务', fr: 'Nos obligations légales' },
    description: {
      en: 'Keep business records and proof of your choices.',
      'zh-CN': '保存业务记录和您作出选择的证明。',
      fr: 'Garder les pièces comptables et la preuve de vos choix.',
    },
    kind: 'necessary',
    legalBasis: 'legal_obligation',
    consequence: {
      en: 'We are not free to stop this: the law asks for it.',
      'zh-CN': '这是法律要求，我们不能停止。',
      fr: 'Nous ne pouvons pas y renoncer : la loi l’impose.',
    },
  },
]
