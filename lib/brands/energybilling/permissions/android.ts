import type { ManifestInput } from '../../manifest-schema.ts'

/** The seven groups of Android, in the order of the policy. */
export const android: ManifestInput['permissions'] = [
  {
    key: 'android_internet',
    systems: ['android'],
    systemNames: ['android.permission.INTERNET'],
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
    key: 'android_wifi_state',
    systems: ['android'],
    systemNames: ['android.permission.ACCESS_WIFI_STATE'],
    name: { en: 'Wi-Fi state', 'zh-CN': '获取 WiFi 状态', fr: 'État du Wi-Fi' },
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
    key: 'android_network_state',
    systems: ['android'],
    systemNames: ['android.permission.ACCESS_NETWORK_STATE'],
    name: { en: 'Network state', 'zh-CN': '获取网络状态', fr: 'État du réseau' },
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
    key: 'android_storage',
    systems: ['android'],
    systemNames: ['android.permission.READ_EXTERNAL_STORAGE', 'android.permission.WRITE_EXTERNAL_STORAGE'],
    name: { en: 'Read and write the memory card', 'zh-CN': '读写存储卡', fr: 'Lire et écrire la carte mémoire' },
    uses: [
      {
        key: 'photos_and_files',
        name: {
          en: 'Reach photos, media and files that you choose',
          'zh-CN': '访问您选择的照片、媒体内容和文件',
          fr: 'Accéder aux photos, médias et fichiers que vous choisissez',
        },
      },
      {
        key: 'saved_sign_in',
        name: {
          en: 'Keep your sign-in and your searches on the phone',
          'zh-CN': '在手机上保存登录信息和搜索记录',
          fr: 'Garder votre connexion et vos recherches sur le téléphone',
        },
      },
    ],
    consequence: {
      en: 'Without it you cannot upload pictures, and you sign in each time. Paying still works.',
      'zh-CN': '关闭后无法上传图片，且每次需重新登录。缴费不受影响。',
      fr: 'Sans cela, pas d’envoi d’images et une connexion à chaque fois. Payer reste possible.',
    },
    processing: 'uploaded',
  },
  {
    key: 'android_notifications',
    systems: ['android'],
    systemNames: ['android.permission.POST_NOTIFICATIONS'],
    name: {
      en: 'Notifications (Android 13 and later)',
      'zh-CN': '发送通知（Android 13 及以上）',
      fr: 'Notifications (Android 13 et suivants)',
    },
    uses: [
      {
        key: 'show_notifications',
        name: {
          en: 'Show messages in the bar, as banners and in the drawer',
          'zh-CN': '在通知栏、横幅和通知抽屉中显示消息',
          fr: 'Afficher les messages dans la barre, en bannière et dans le volet',
        },
      },
    ],
    consequence: {
      en: 'Without it no message about an overdue bill appears on the phone.',
      'zh-CN': '关闭后手机上不会出现欠费消息。',
      fr: 'Sans cela, aucun message d’impayé n’apparaît sur le téléphone.',
    },
    processing: 'on_device',
  },
  {
    key: 'android_badge',
    systems: ['android'],
    systemNames: ['com.huawei.android.launcher.permission.CHANGE_BADGE'],
    name: { en: 'Badge on the icon (Huawei)', 'zh-CN': '应用角标（华为）', fr: 'Pastille sur l’icône (Huawei)' },
    uses: [
      {
        key: 'count_on_icon',
        name: {
          en: 'Show the number of new messages on the icon',
          'zh-CN': '在桌面图标上显示新消息数量',
          fr: 'Afficher le nombre de nouveaux messages sur l’icône',
        },
      },
    ],
    consequence: {
      en: 'Without it the icon shows no number.',
      'zh-CN': '关闭后图标上不显示数字。',
      fr: 'Sans cela, l’icône n’affiche pas de nombre.',
    },
    processing: 'on_device',
  },
  {
    key: 'android_camera',
    systems: ['android'],
    systemNames: ['android.permission.CAMERA'],
    name: { en: 'Camera', 'zh-CN': '相机', fr: 'Appareil photo' },
    uses: [
      {
        key: 'photo_or_video',
        name: { en: 'Take photos and record videos', 'zh-CN': '拍照、录制视频', fr: 'Prendre des photos et filmer' },
      },
    ],
    consequence: {
      en: 'Without it you cannot scan or photograph a meter; you type its number.',
      'zh-CN': '关闭后无法扫描或拍摄表具，可手动输入编号。',
      fr: 'Sans cela, on ne peut ni scanner ni photographier un compteur ; vous tapez son numéro.',
    },
    processing: 'uploaded',
  },
]
