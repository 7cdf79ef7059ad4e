import type { ManifestInput } from '../../manifest-schema.ts'
import { ENCRYPTED, NOT_SENT } from './sdk-wording.ts'

const askedFirst = {
  kind: 'sdk',
  ground: 'consent',
  legalBasis: 'consent',
  essential: false,
  refusal: {
    en: 'If you refuse, your phone is not recognised by this part. Paying and reading your meters work without it.',
    'zh-CN': '如您拒绝，该组件不会识别您的手机；缴费和查询用量不受影响。',
    fr: 'Si vous refusez, ce composant ne reconnaît pas votre téléphone. Payer et suivre vos compteurs marche sans lui.',
  },
  country: 'CN',
} as const

/** SDKs 7 and 9: they recognise a phone. */
export const deviceRecognition: ManifestInput['recipients'] = [
  {
    ...askedFirst,
    key: 'msa_oaid',
    name: 'Mobile Security Alliance OAID',
    purpose: {
      en: 'Gets the anonymous identifier of the phone',
      'zh-CN': '获取匿名设备标识符',
      fr: 'Obtient l’identifiant anonyme du téléphone',
    },
    purposes: ['statistics', 'advertising_id'],
    categories: ['device_identifiers'],
    policyUrl: 'http://www.msa-alliance.cn/col.jsp?id=122',
    sdk: {
      developer: 'Mobile Security Alliance (MSA)',
      packageNames: [
        'com.bun.miitmdid',
        'com.zui.opendeviceidlibrary',
        'com.netease.nis',
        'com.samsung.android',
        'com.huawei.hms',
      ],
      scenario: {
        en: 'When the app asks for the OAID',
        'zh-CN': '应用调用获取 OAID 时',
        fr: 'Quand l’application demande l’OAID',
      },
      permissions: [],
      purpose: {
        en: 'Part of uni-app’s basic module: obtains the OAID',
        'zh-CN': 'uni-app 基础模块默认集成，用于获取 OAID',
        fr: 'Partie du module de base d’uni-app : obtient l’OAID',
      },
      scope: {
        en: 'Device information: maker, model and brand (to choose the right interface), network operator (to notice virtual machines), package of the app (to check its signature)',
        'zh-CN':
          '设备信息：设备厂商、型号、品牌（判断终端调用接口），网络运营商名称（判断虚拟机环境），应用包名（验证签名）',
        fr: 'Informations sur l’appareil : fabricant, modèle et marque (pour choisir la bonne interface), opérateur (pour repérer une machine virtuelle), paquet de l’application (pour vérifier sa signature)',
      },
      processing: {
        en: 'Read only when the app asks, judged on the phone; nothing is sent over the network.',
        'zh-CN': '仅在应用调用时获取并在本地判断，不进行任何网络传输。',
        fr: 'Lu seulement à la demande de l’application, jugé sur le téléphone ; rien ne part sur le réseau.',
      },
      method: NOT_SENT,
      website: 'http://www.msa-alliance.cn/col.jsp?id=122',
      privacyPolicy: 'http://www.msa-alliance.cn/col.jsp?id=122',
    },
  },
  {
    ...askedFirst,
    key: 'zhuoxin_id',
    name: 'Zhuoxin ID SDK',
    purpose: {
      en: 'Recognises the phone for push messages and against fraud',
      'zh-CN': '用于推送标识和安全风控',
      fr: 'Reconnaît le téléphone pour le push et contre la fraude',
    },
    purposes: ['arrears_push', 'security'],
    categories: ['device_identifiers'],
    policyUrl: 'https://zxid.mobileservice.cn/privacy',
    sdk: {
      // The policy names no developer; this is the service that its link leads to.
      developer: 'Zhuoxin ID (zxid.mobileservice.cn)',
      packageNames: ['com.zx'],
      scenario: {
        en: 'When push messages are set up on your phone',
        'zh-CN': '在您的手机上启用推送时',
        fr: 'À la mise en place du push sur votre téléphone',
      },
      permissions: ['android.permission.INTERNET'],
      purpose: {
        en: 'Recognises devices and limits risks; serves the app as its push identifier',
        'zh-CN': '提供设备标识与安全风控服务，作为应用的推送标识',
        fr: 'Reconnaît les appareils et limite les risques ; sert d’identifiant push à l’application',
      },
      scope: {
        en: 'Weak features that neither are unique nor stay the same: device (maker, model, system, OAID), network (way and state of connection), surroundings (screen brightness, battery, country), apps (versions of common apps)',
        'zh-CN':
          '设备弱特征（不具备唯一性和稳定性）：设备信息（厂商、型号、系统信息、OAID），网络信息（联网方式和状态），环境信息（屏幕亮度、电池状态、所在国家），应用信息（常用应用的版本等安装信息）',
        fr: 'Traits faibles, ni uniques ni stables : appareil (fabricant, modèle, système, OAID), réseau (mode et état de connexion), environnement (luminosité, batterie, pays), applications (versions d’applications courantes)',
      },
      processing: {
        en: 'Sent to the service, which answers with an identifier of the device.',
        'zh-CN': '发送至该服务，由其返回设备标识。',
        fr: 'Envoyé au service, qui répond par un identifiant de l’appareil.',
      },
      method: ENCRYPTED,
      website: 'https://zxid.mobileservice.cn/privacy',
      privacyPolicy: 'https://zxid.mobileservice.cn/privacy',
    },
  },
]
