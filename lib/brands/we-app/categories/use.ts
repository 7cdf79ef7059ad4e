import { canonicalFields } from '../../canonical-fields.ts'
import type { ManifestInput } from '../../manifest-schema.ts'

const osType = { key: 'os_type', label: { en: 'System', 'zh-CN': '操作系统', fr: 'Système' }, type: 'text' } as const
const browserType = {
  key: 'browser_type',
  label: { en: 'Browser', 'zh-CN': '浏览器', fr: 'Navigateur' },
  type: 'text',
} as const
const language = {
  key: 'language',
  label: { en: 'Language setting', 'zh-CN': '语言设置', fr: 'Langue réglée' },
  type: 'text',
} as const

export const useCategories: ManifestInput['categories'] = [
  {
    key: 'devices',
    name: { en: 'Devices', 'zh-CN': '设备', fr: 'Appareils' },
    description: {
      en: 'The hubs and phones that belong to your account.',
      'zh-CN': '属于您账号的中枢和手机。',
      fr: 'Les hubs et les téléphones liés à votre compte.',
    },
    shape: 'device',
    fields: canonicalFields.devices,
    purposes: ['provide_service'],
    legalBasis: 'contract',
    source: 'person',
    retention: {
      rule: 'account',
      reason: {
        en: 'Kept until you remove the device or close the account.',
        'zh-CN': '保存到您移除设备或注销账号为止。',
        fr: 'Conservé jusqu’à ce que vous retiriez l’appareil ou fermiez le compte.',
      },
    },
    intake: true,
    deletable: true,
  },
  {
    key: 'device_information',
    name: { en: 'Device information', 'zh-CN': '设备信息', fr: 'Informations sur l’appareil' },
    description: {
      en: 'Which system, browser and language each of your phones or computers has.',
      'zh-CN': '您的手机或电脑所用的操作系统、浏览器和语言。',
      fr: 'Le système, le navigateur et la langue de chacun de vos téléphones ou ordinateurs.',
    },
    shape: 'record',
    fields: [
      { ...osType, required: true, editable: true },
      { ...browserType, editable: true },
      { ...language, editable: true },
    ],
    purposes: ['provide_service', 'detect_fraud', 'improve'],
    legalBasis: 'legitimate_interest',
    source: 'phone_app',
    retention: {
      rule: 'days',
      days: 365,
      reason: {
        en: 'After a year it no longer helps to show the app well or to notice abuse.',
        'zh-CN': '一年之后，它对显示应用或发现滥用不再有帮助。',
        fr: 'Après un an, elles n’aident plus à bien afficher l’appli ni à repérer un abus.',
      },
    },
    intake: true,
    deletable: true,
  },
  {
    key: 'access_log',
    name: { en: 'Access log', 'zh-CN': '访问日志', fr: 'Journal d’accès' },
    description: {
      en: 'Each time the app or the website was used: IP address, system, browser and language.',
      'zh-CN': '每次使用应用或网站时的 IP 地址、操作系统、浏览器和语言。',
      fr: 'Chaque utilisation de l’appli ou du site : adresse IP, système, navigateur et langue.',
    },
    shape: 'record',
    fields: [
      {
        key: 'ip_address',
        label: { en: 'IP address', 'zh-CN': 'IP 地址', fr: 'Adresse IP' },
        type: 'ip',
        required: true,
      },
      osType,
      browserType,
      language,
    ],
    purposes: ['provide_service', 'detect_fraud', 'improve', 'measure_advertising'],
    legalBasis: 'legitimate_interest',
    source: 'website',
    retention: {
      rule: 'days',
      days: 365,
      reason: {
        en: 'Abuse is sometimes noticed late; after a year the trace is cold.',
        'zh-CN': '滥用行为有时较晚才被发现；一年之后，线索已无用处。',
        fr: 'Un abus est parfois remarqué tard ; après un an, la trace ne sert plus.',
      },
    },
    intake: true,
    deletable: true,
  },
  {
    key: 'location',
    name: { en: 'Places', 'zh-CN': '位置', fr: 'Lieux' },
    description: {
      en: 'Where you were when you used a function that needs your place. Empty unless you agreed.',
      'zh-CN': '您使用需要位置的功能时所处的地点。未经您同意，这里为空。',
      fr: 'Où vous étiez quand vous avez utilisé une fonction qui a besoin de votre position. Vide sans votre accord.',
    },
    shape: 'record',
    fields: [
      {
        key: 'latitude',
        label: { en: 'Latitude', 'zh-CN': '纬度', fr: 'Latitude' },
        type: 'decimal',
        required: true,
        sensitive: true,
      },
      {
        key: 'longitude',
        label: { en: 'Longitude', 'zh-CN': '经度', fr: 'Longitude' },
        type: 'decimal',
        required: true,
        sensitive: true,
      },
      { key: 'accuracy_m', label: { en: 'Accuracy (m)', 'zh-CN': '精度（米）', fr: 'Précision (m)' }, type: 'integer' },
    ],
    purposes: ['use_location'],
    legalBasis: 'consent',
    source: 'phone_app',
    retention: {
      rule: 'days',
      days: 90,
      reason: {
        en: 'Places lose their use quickly, so they go after 90 days.',
        'zh-CN': '位置信息很快失去用处，因此 90 天后删除。',
        fr: 'Un lieu perd vite son utilité : il part après 90 jours.',
      },
    },
    sensitive: true,
    needsConsent: 'use_location',
    intake: true,
    deletable: true,
  },
  {
    key: 'from_others',
    name: { en: 'What others said about you', 'zh-CN': '他人提供的信息', fr: 'Ce que d’autres ont dit de vous' },
    description: {
      en: 'What other users told us about you. You do not see their name, but you can say that it is wrong.',
      'zh-CN': '其他用户提供的与您有关的信息。您看不到对方的姓名，但可以提出异议。',
      fr: 'Ce que d’autres utilisateurs nous ont dit de vous. Vous ne voyez pas leur nom, mais vous pouvez contester.',
    },
    shape: 'record',
    fields: [
      {
        key: 'given_by',
        label: {
          en: 'Given by (a code in place of the name)',
          'zh-CN': '提供者（以代号代替姓名）',
          fr: 'Donné par (un code à la place du nom)',
        },
        type: 'code',
        required: true,
      },
      {
        key: 'occasion',
        label: { en: 'On which occasion', 'zh-CN': '提供场合', fr: 'À quelle occasion' },
        type: 'enum',
        values: ['contact_list', 'mention', 'report'],
        required: true,
      },
      {
        key: 'statement',
        label: { en: 'What was given', 'zh-CN': '提供的内容', fr: 'Ce qui a été donné' },
        type: 'text',
        required: true,
        maxLength: 1000,
      },
    ],
    purposes: ['provide_service', 'detect_fraud'],
    legalBasis: 'legitimate_interest',
    source: 'other_user',
    retention: {
      rule: 'days',
      days: 365,
      reason: {
        en: 'What others say grows old; after a year it goes.',
        'zh-CN': '他人提供的信息会过时，一年后删除。',
        fr: 'Ce que disent les autres vieillit ; après un an, cela part.',
      },
    },
    intake: true,
    deletable: true,
  },
  {
    key: 'readings',
    name: { en: 'Messages counted', 'zh-CN': '消息计数', fr: 'Messages comptés' },
    description: {
      en: 'How many messages your hub carried in each period. Only the number, never what they say.',
      'zh-CN': '您的中枢在每个时段传送的消息数量。只有数量，绝无内容。',
      fr: 'Combien de messages votre hub a transmis par période. Seulement le nombre, jamais le contenu.',
    },
    shape: 'reading',
    fields: canonicalFields.readings,
    purposes: ['provide_service'],
    legalBasis: 'contract',
    source: 'connected_device',
    retention: {
      rule: 'account',
      reason: {
        en: 'Kept as long as you have an account, so that you can check your bills.',
        'zh-CN': '在账号存续期间保存，便于您核对账单。',
        fr: 'Conservé tant que vous avez un compte, pour vérifier vos factures.',
      },
    },
    intake: true,
    deletable: false,
  },
]
