import type { ManifestInput } from '../../../manifest-schema.ts'

type Sections = ManifestInput['policies'][number]['sections']

export const retention: Sections[number] = {
  id: 'retention',
  heading: { en: 'How long we keep it', 'zh-CN': '我们保存多久', fr: 'Combien de temps nous gardons' },
  body: {
    en: [
      '- Account, meters, readings, pictures, phone identifiers and the list of installed apps: as long as you have an account\n- Sign-ins: 180 days\n- Start-up data, error log, recommendations and reminders: one year\n- Bills, payments, choices and requests: three years after you leave',
      'The e-commerce law asks us to keep records of a payment for at least three years after it is complete. When you leave, bills and payments lose your name, number and everything else that points to you; after three years they vanish by themselves.',
    ],
    'zh-CN': [
      '- 账户、表具、读数、图片、设备标识和已安装软件列表：在您拥有账户期间\n- 登录记录：180天\n- 启动数据、错误日志、推荐和提醒记录：一年\n- 账单、缴费、授权和请求记录：您注销后三年',
      '《电子商务法》要求交易信息自交易完成之日起保存不少于三年。您注销时，账单和缴费记录会去除姓名、号码及一切指向您的内容；三年期满后自动删除。',
    ],
    fr: [
      '- Compte, compteurs, relevés, images, identifiants du téléphone et liste des applications : tant que vous avez un compte\n- Connexions : 180 jours\n- Démarrages, erreurs, recommandations et rappels : un an\n- Factures, paiements, choix et demandes : trois ans après votre départ',
      'La loi sur le commerce électronique nous demande de garder la trace d’un paiement au moins trois ans après sa fin. Quand vous partez, factures et paiements perdent votre nom, votre numéro et tout ce qui renvoie à vous ; au bout de trois ans ils disparaissent d’eux-mêmes.',
    ],
  },
}

/** What is collected, why, with which permissions, and for how long. */
export const collection: Sections = [
  {
    id: 'what',
    heading: { en: 'What we collect', 'zh-CN': '我们收集什么', fr: 'Ce que nous recueillons' },
    body: {
      en: [
        'To open an account you need a mobile number that is yours and works; a code sent to it proves that. You cannot change the number alone: a request with a check of your identity does it. An e-mail address is up to you.',
        'When you use the service we hold:\n- your meters and what they measured\n- your bills and payments, but never a card number\n- each sign-in: time, IP address, browser or app\n- your choices and your requests to us\n- pictures that you upload',
        'For security, and for statistics if you agree, the app reads identifiers of your phone and SIM card (IMEI, Android ID, IDFA, IMSI, OAID, MAC address), start-up data and error logs. The list of installed apps is read only if you agree. In this portal these identifiers are masked until you reveal them.',
      ],
      'zh-CN': [
        '开户需要您本人有效的手机号码，并通过验证码核实。您无法自行更改号码，须提交请求并核实身份。邮箱为选填。',
        '您使用服务时，我们保存：\n- 您的表具及其计量结果\n- 您的账单和缴费记录，但绝不保存卡号\n- 每次登录：时间、IP 地址、浏览器或应用\n- 您的授权和请求\n- 您上传的图片',
        '为保障安全，以及在您同意时用于统计，应用会读取手机和 SIM 卡标识（IMEI、Android ID、IDFA、IMSI、OAID、MAC 地址）、启动数据和错误日志。已安装软件列表仅在您同意后读取。本门户中这些标识默认以掩码展示，由您选择显示。',
      ],
      fr: [
        'Pour ouvrir un compte, il faut un numéro de mobile à vous et valable ; un code envoyé à ce numéro le prouve. Vous ne pouvez pas le changer seul : une demande avec contrôle d’identité s’en charge. L’adresse e-mail est facultative.',
        'Quand vous utilisez le service, nous gardons :\n- vos compteurs et ce qu’ils ont mesuré\n- vos factures et paiements, mais jamais de numéro de carte\n- chaque connexion : heure, adresse IP, navigateur ou application\n- vos choix et vos demandes\n- les images que vous envoyez',
        'Pour la sécurité, et pour les statistiques si vous êtes d’accord, l’application lit des identifiants du téléphone et de la carte SIM (IMEI, Android ID, IDFA, IMSI, OAID, adresse MAC), les démarrages et les erreurs. La liste des applications n’est lue qu’avec votre accord. Dans ce portail, ces identifiants restent masqués jusqu’à ce que vous les affichiez.',
      ],
    },
  },
  {
    id: 'why',
    heading: {
      en: 'What is necessary and what is your choice',
      'zh-CN': '哪些必要，哪些由您选择',
      fr: 'Ce qui est nécessaire et ce que vous choisissez',
    },
    body: {
      en: [
        'Necessary for the basic service: your account, reading meters, bills and payments, notices of an overdue bill, security, answering you, records that the law demands, and the protection of children. Without these we cannot serve you.',
        'Your choice, each on its own and off until you switch it on: statistics, the check of installed apps, pictures, push messages about overdue bills, the advertising identifier, reminders of promotions. If you refuse one, only that function is missing.',
      ],
      'zh-CN': [
        '基本服务所必需：账户、抄表、账单与缴费、欠费通知、安全、答复您、法定留存和儿童保护。缺少这些，我们无法为您服务。',
        '由您逐项选择，默认关闭：统计、已安装应用检查、图片、欠费推送、广告标识符、促销提醒。拒绝某一项，只影响该项功能。',
      ],
      fr: [
        'Nécessaires au service de base : votre compte, le relevé des compteurs, factures et paiements, l’avis de facture impayée, la sécurité, nos réponses, les documents exigés par la loi et la protection des enfants. Sans cela, nous ne pouvons pas vous servir.',
        'À votre choix, un par un, coupés tant que vous ne les activez pas : statistiques, contrôle des applications, images, notifications d’impayé, identifiant publicitaire, rappels de promotions. Si vous en refusez un, seule cette fonction manque.',
      ],
    },
  },
  {
    id: 'permissions',
    heading: {
      en: 'What the app may use on your phone',
      'zh-CN': '应用可使用的手机权限',
      fr: 'Ce que l’application peut utiliser sur le téléphone',
    },
    body: {
      en: [
        'Android: internet, Wi-Fi state, network state, memory card, notifications, badge on the icon, camera. iOS: camera, photos, advertising identifier. HarmonyOS: internet, network information, anonymous device identifier, clipboard, app information, Wi-Fi information, network settings, background reminders.',
        'The page “Permissions” says what each one is for and lets you switch it for each phone.',
      ],
      'zh-CN': [
        'Android：网络、WiFi 状态、网络状态、存储卡、通知、应用角标、相机。iOS：相机、相册、广告标识符。HarmonyOS：网络、网络信息、匿名设备标识符、剪贴板、应用信息、WiFi 信息、网络配置、后台提醒。',
        '“权限”页面说明每项权限的用途，您可按手机逐项开关。',
      ],
      fr: [
        'Android : internet, état du Wi-Fi, état du réseau, carte mémoire, notifications, pastille sur l’icône, appareil photo. iOS : appareil photo, photos, identifiant publicitaire. HarmonyOS : internet, réseau, identifiant anonyme, presse-papiers, informations sur l’application, Wi-Fi, réglages du réseau, rappels en arrière-plan.',
        'La page « Autorisations » dit à quoi chacune sert et vous laisse la couper pour chaque téléphone.',
      ],
    },
  },
  retention,
]
