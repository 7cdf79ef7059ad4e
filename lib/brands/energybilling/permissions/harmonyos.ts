import type { ManifestInput } from '../../manifest-schema.ts'

/** The eight of HarmonyOS. */
export const harmonyos: ManifestInput['permissions'] = [
  {
    key: 'harmonyos_internet',
    systems: ['harmonyos'],
    systemNames: ['ohos.permission.INTERNET'],
    name: { en: 'Internet', 'zh-CN': '访问网络', fr: 'Internet' },
    uses: [
      {
        key: 'connect',
        name: {
          en: 'Let the app go online',
          'zh-CN': '实现应用联网',
          fr: 'Permettre à l’application d’aller en ligne',
        },
      },
    ],
    consequence: {
      en: 'Without it the app cannot load bills or readings.',
      'zh-CN': '关闭后应用无法加载账单和读数。',
      fr: 'Sans cela, l’application ne charge ni factures ni relevés.',
    },
    processing: 'uploaded',
  },
  {
    key: 'harmonyos_network_info',
    systems: ['harmonyos'],
    systemNames: ['ohos.permission.GET_NETWORK_INFO'],
    name: { en: 'Network information', 'zh-CN': '获取数据网络信息', fr: 'Informations sur le réseau' },
    uses: [
      {
        key: 'watch_network',
        name: {
          en: 'Notice changes and tell you how you are connected',
          'zh-CN': '监控网络变化，提示当前网络环境',
          fr: 'Remarquer les changements et vous dire comment vous êtes connecté',
        },
      },
    ],
    consequence: {
      en: 'Without it the app cannot tell you that you are offline.',
      'zh-CN': '关闭后应用无法提示您已断网。',
      fr: 'Sans cela, l’application ne peut pas vous dire que vous êtes hors ligne.',
    },
    processing: 'on_device',
  },
  {
    key: 'harmonyos_tracking',
    systems: ['harmonyos'],
    systemNames: ['ohos.permission.APP_TRACKING_CONSENT'],
    name: {
      en: 'Open anonymous device identifier',
      'zh-CN': '开放匿名设备标识符',
      fr: 'Identifiant anonyme ouvert de l’appareil',
    },
    uses: [
      {
        key: 'recognise_device',
        name: { en: 'Recognise the device', 'zh-CN': '标识设备', fr: 'Reconnaître l’appareil' },
      },
      {
        key: 'recommend_content',
        name: { en: 'Recommend content to you', 'zh-CN': '向您推荐优质内容', fr: 'Vous recommander des contenus' },
      },
    ],
    consequence: {
      en: 'Without it you see the same content as everybody else.',
      'zh-CN': '关闭后您看到的内容与其他人相同。',
      fr: 'Sans cela, vous voyez les mêmes contenus que tout le monde.',
    },
    processing: 'uploaded',
  },
  {
    key: 'harmonyos_pasteboard',
    systems: ['harmonyos'],
    systemNames: ['ohos.permission.READ_PASTEBOARD'],
    name: { en: 'Clipboard', 'zh-CN': '剪贴板', fr: 'Presse-papiers' },
    uses: [
      {
        key: 'share_text',
        name: {
          en: 'Copy and share product details and titles',
          'zh-CN': '复制和分享商品信息、标题',
          fr: 'Copier et partager fiches et titres de produits',
        },
      },
      {
        key: 'paste_code',
        name: { en: 'Paste a code that came by SMS', 'zh-CN': '粘贴短信验证码', fr: 'Coller un code reçu par SMS' },
      },
    ],
    consequence: {
      en: 'Without it you type the code yourself.',
      'zh-CN': '关闭后请手动输入验证码。',
      fr: 'Sans cela, vous tapez le code vous-même.',
    },
    processing: 'on_device',
  },
  {
    key: 'harmonyos_bundle_info',
    systems: ['harmonyos'],
    systemNames: ['ohos.permission.GET_BUNDLE_INFO'],
    name: {
      en: 'Basic information about the app',
      'zh-CN': '查询应用基本信息',
      fr: 'Informations de base sur l’application',
    },
    uses: [
      {
        key: 'suggest_update',
        name: { en: 'Tell you of updates', 'zh-CN': '提示更新', fr: 'Signaler les mises à jour' },
      },
      { key: 'app_security', name: { en: 'Keep the app safe', 'zh-CN': '保障应用安全', fr: 'Protéger l’application' } },
    ],
    consequence: {
      en: 'Without it you look for updates yourself.',
      'zh-CN': '关闭后请自行检查更新。',
      fr: 'Sans cela, vous cherchez vous-même les mises à jour.',
    },
    processing: 'on_device',
  },
  {
    key: 'harmonyos_wifi_info',
    systems: ['harmonyos'],
    systemNames: ['ohos.permission.GET_WIFI_INFO'],
    name: { en: 'Wi-Fi information', 'zh-CN': '获取 WiFi 信息', fr: 'Informations sur le Wi-Fi' },
    uses: [
      {
        key: 'watch_wifi',
        name: {
          en: 'Notice changes and tell you how you are connected',
          'zh-CN': '监控网络变化，提示当前网络环境',
          fr: 'Remarquer les changements et vous dire comment vous êtes connecté',
        },
      },
    ],
    consequence: {
      en: 'Without it the app cannot warn you when you leave Wi-Fi.',
      'zh-CN': '关闭后应用无法在您离开 WiFi 时提示您。',
      fr: 'Sans cela, l’application ne peut pas vous avertir quand vous quittez le Wi-Fi.',
    },
    processing: 'on_device',
  },
  {
    key: 'harmonyos_set_network',
    systems: ['harmonyos'],
    systemNames: ['ohos.permission.SET_NETWORK_INFO'],
    name: { en: 'Set up the data network', 'zh-CN': '配置数据网络', fr: 'Régler le réseau de données' },
    uses: [
      {
        key: 'change_connection',
        name: {
          en: 'Change the state of the connection',
          'zh-CN': '改变网络连接状态',
          fr: 'Changer l’état de la connexion',
        },
      },
    ],
    consequence: {
      en: 'Without it you change the connection in the phone’s settings.',
      'zh-CN': '关闭后请在手机设置中切换网络。',
      fr: 'Sans cela, vous changez la connexion dans les réglages du téléphone.',
    },
    processing: 'on_device',
  },
  {
    key: 'harmonyos_agent_reminder',
    systems: ['harmonyos'],
    systemNames: ['ohos.permission.PUBLISH_AGENT_REMINDER'],
    name: { en: 'Reminders in the background', 'zh-CN': '后台代理提醒', fr: 'Rappels en arrière-plan' },
    uses: [
      {
        key: 'promotions',
        name: {
          en: 'Remind you of promotions and sales of limited duration',
          'zh-CN': '提醒关注特定商品的促销或限时抢购',
          fr: 'Vous rappeler promotions et ventes à durée limitée',
        },
      },
    ],
    consequence: {
      en: 'Without it no such reminder comes.',
      'zh-CN': '关闭后不再收到此类提醒。',
      fr: 'Sans cela, aucun rappel de ce genre.',
    },
    processing: 'on_device',
  },
]
