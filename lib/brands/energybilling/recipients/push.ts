import type { ManifestInput } from '../../manifest-schema.ts'
import { ARREARS, ENCRYPTED, NETWORK, SENT_FOR_PUSH } from './sdk-wording.ts'

const pushMessages = {
  kind: 'sdk',
  ground: 'consent',
  legalBasis: 'consent',
  essential: false,
  refusal: {
    en: 'If you refuse, phones of this maker get no push messages from us. You still see everything in the portal.',
    'zh-CN': '如您拒绝，该厂商的手机将收不到我们的推送；您仍可在门户中查看全部内容。',
    fr: 'Si vous refusez, les téléphones de ce fabricant ne reçoivent plus nos notifications. Tout reste visible dans le portail.',
  },
  purposes: ['arrears_push'],
  country: 'CN',
  purpose: {
    en: 'Carries the push message about an overdue bill',
    'zh-CN': '推送欠费消息',
    fr: 'Porte la notification d’une facture impayée',
  },
} satisfies Partial<ManifestInput['recipients'][number]>

const wording = { scenario: ARREARS, processing: SENT_FOR_PUSH, method: ENCRYPTED }

const byMakerOf = (brand: string) => ({
  en: `Push service on ${brand} phones: tells you that a device is in arrears`,
  'zh-CN': `${brand} 手机厂商推送：设备欠费时向用户推送欠费消息`,
  fr: `Service push des téléphones ${brand} : vous dit qu’un appareil est en impayé`,
})

/** SDKs 8 and 10 to 14: they carry push messages. */
export const push: ManifestInput['recipients'] = [
  {
    ...pushMessages,
    key: 'unipush',
    name: 'UniPush (Getui message push)',
    categories: ['device_identifiers', 'software_list'],
    policyUrl: 'https://docs.getui.com/privacy/',
    sdk: {
      ...wording,
      developer: 'Getui',
      packageNames: ['com.igexin'],
      permissions: [
        'android.permission.ACCESS_NETWORK_STATE',
        'android.permission.ACCESS_WIFI_STATE',
        'android.permission.READ_PHONE_STATE',
        'android.permission.WRITE_EXTERNAL_STORAGE',
        'android.permission.VIBRATE',
        'android.permission.GET_TASKS',
        'android.permission.QUERY_ALL_PACKAGES',
      ],
      purpose: {
        en: 'Message push: tells you that a device is in arrears',
        'zh-CN': '消息推送：设备欠费时向用户推送欠费消息',
        fr: 'Envoi de messages : vous dit qu’un appareil est en impayé',
      },
      scope: {
        en: 'Stored files, device and network information. Always: platform, maker, brand, model and system version of the device, OAID, Android ID, Wi-Fi connection (SSID, BSSID), operator, DHCP. Optional: IMEI, MAC, Google advertising ID (GAID), serial number, IMSI, ICCID, IP address, base station, location, list of installed apps',
        'zh-CN':
          '存储的个人文件、设备信息、网络信息。必选：设备平台、设备厂商、设备品牌、设备型号及系统版本、OAID、Android ID、WIFI 连接信息（SSID、BSSID）、运营商信息、DHCP。可选：IMEI、MAC、Google 广告 ID（GAID）、设备序列号、IMSI、ICCID、IP 地址、基站信息、位置相关信息、已安装应用列表',
        fr: 'Fichiers enregistrés, informations sur l’appareil et le réseau. Toujours : plateforme, fabricant, marque, modèle et version du système, OAID, Android ID, connexion Wi-Fi (SSID, BSSID), opérateur, DHCP. Facultatif : IMEI, MAC, identifiant publicitaire Google (GAID), numéro de série, IMSI, ICCID, adresse IP, station de base, position, liste des applications installées',
      },
      website: 'https://docs.getui.com/privacy/',
      privacyPolicy: 'https://docs.getui.com/privacy/',
    },
  },
  {
    ...pushMessages,
    key: 'huawei_push',
    name: 'Huawei HMS Push',
    categories: ['device_identifiers', 'software_list'],
    policyUrl: 'https://developer.huawei.com/consumer/cn/doc/HMSCore-Guides/sdk-data-security-0000001050042177',
    sdk: {
      ...wording,
      developer: 'Huawei',
      packageNames: ['com.huawei.hms'],
      permissions: [
        'android.permission.ACCESS_NETWORK_STATE',
        'android.permission.ACCESS_WIFI_STATE',
        'android.permission.REQUEST_INSTALL_PACKAGES',
        'android.permission.FOREGROUND_SERVICE',
        'android.permission.READ_PHONE_STATE',
      ],
      purpose: byMakerOf('Huawei'),
      scope: {
        en: 'Device information (IMEI, Android ID, VNet ID, IMSI), list of installed apps, network information',
        'zh-CN': '设备信息（IMEI、ANDROIDID、VNet ID、IMSI）、已安装应用列表、网络信息',
        fr: 'Informations sur l’appareil (IMEI, Android ID, VNet ID, IMSI), liste des applications installées, informations sur le réseau',
      },
      website: 'https://developer.huawei.com/consumer/cn/doc/HMSCore-Guides/sdk-data-security-0000001050042177',
      privacyPolicy: 'https://developer.huawei.com/consumer/cn/doc/HMSCore-Guides/sdk-data-security-0000001050042177',
    },
  },
  {
    ...pushMessages,
    key: 'meizu_push',
    name: 'Meizu Flyme Push',
    categories: [],
    policyUrl: 'http://static.meizu.com/resources/term/privacy8.html',
    sdk: {
      ...wording,
      developer: 'Meizu',
      packageNames: ['com.meizu.cloud'],
      permissions: [
        'android.permission.INTERNET',
        'android.permission.ACCESS_NETWORK_STATE',
        'android.permission.READ_EXTERNAL_STORAGE',
        'android.permission.WRITE_EXTERNAL_STORAGE',
      ],
      purpose: byMakerOf('Meizu'),
      scope: {
        en: 'Network information, stored files',
        'zh-CN': '网络信息、存储的个人文件',
        fr: 'Informations sur le réseau, fichiers enregistrés',
      },
      website: 'http://static.meizu.com/resources/term/privacy8.html',
      privacyPolicy: 'http://static.meizu.com/resources/term/privacy8.html',
    },
  },
  {
    ...pushMessages,
    key: 'oppo_push',
    name: 'OPPO push',
    categories: [],
    policyUrl: 'https://open.oppomobile.com/new/developmentDoc/info?id=10288',
    sdk: {
      ...wording,
      developer: 'OPPO',
      packageNames: ['com.heytap'],
      permissions: [
        'android.permission.INTERNET',
        'android.permission.ACCESS_NETWORK_STATE',
        'android.permission.ACCESS_WIFI_STATE',
      ],
      purpose: byMakerOf('OPPO'),
      scope: NETWORK,
      website: 'https://open.oppomobile.com/new/developmentDoc/info?id=10288',
      privacyPolicy: 'https://open.oppomobile.com/new/developmentDoc/info?id=10288',
    },
  },
  {
    ...pushMessages,
    key: 'vivo_push',
    name: 'vivo push',
    categories: [],
    policyUrl: 'https://dev.vivo.com.cn/documentCenter/doc/652#w1-12075822',
    sdk: {
      ...wording,
      developer: 'vivo',
      packageNames: ['com.vivo.push'],
      permissions: ['android.permission.INTERNET'],
      purpose: byMakerOf('vivo'),
      scope: NETWORK,
      website: 'https://dev.vivo.com.cn/documentCenter/doc/652#w1-12075822',
      privacyPolicy: 'https://dev.vivo.com.cn/documentCenter/doc/652#w1-12075822',
    },
  },
  {
    ...pushMessages,
    key: 'mipush',
    name: 'MiPush',
    categories: [],
    policyUrl: 'https://dev.mi.com/distribute/doc/details?pId=1534',
    sdk: {
      ...wording,
      developer: 'Xiaomi',
      packageNames: ['com.xiaomi.push'],
      permissions: [
        'android.permission.INTERNET',
        'android.permission.ACCESS_NETWORK_STATE',
        'android.permission.VIBRATE',
      ],
      purpose: byMakerOf('Xiaomi'),
      scope: NETWORK,
      website: 'https://dev.mi.com/distribute/doc/details?pId=1534',
      privacyPolicy: 'https://dev.mi.com/distribute/doc/details?pId=1534',
    },
  },
]
