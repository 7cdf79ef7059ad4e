import type { ManifestInput } from '../../../manifest-schema.ts'

/** What is collected, why, on which ground, and for how long. */
export const collection: ManifestInput['policies'][number]['sections'] = [
  {
    id: 'what',
    heading: { en: 'What we collect', 'zh-CN': '我们收集什么', fr: 'Ce que nous recueillons' },
    body: {
      en: [
        'To sign up you need an e-mail address; a code sent to it proves that it is yours. A picture, a nickname, a password and a country are up to you, and charging works without them.',
        'When you use the service we hold:\n- the chargers and phones you add\n- your charging sessions\n- your bills and payments, but never a card number\n- your IP address, the version of your operating system, and date and time of access\n- each sign-in\n- your choices and your requests to us\n- pictures that you upload',
        'Only if you agree, we also hold which mails you opened and which pages of our site were read.',
      ],
      'zh-CN': [
        '注册需要邮箱，并通过验证码核实。头像、昵称、密码和国家或地区由您决定是否填写，不填写也可充电。',
        '您使用服务时，我们保存：\n- 您添加的充电桩和手机\n- 您的充电记录\n- 您的账单和付款记录，但绝不保存卡号\n- 您的 IP 地址、操作系统版本以及访问日期和时间\n- 每次登录\n- 您的授权和请求\n- 您上传的图片',
        '仅在您同意时，我们还保存您打开过的邮件和浏览过的网站页面。',
      ],
      fr: [
        'Pour vous inscrire, il faut une adresse e-mail ; un code envoyé à cette adresse prouve qu’elle est à vous. Image, pseudonyme, mot de passe et pays dépendent de vous ; la recharge marche sans.',
        'Quand vous utilisez le service, nous gardons :\n- les bornes et téléphones que vous ajoutez\n- vos recharges\n- vos factures et paiements, mais jamais de numéro de carte\n- votre adresse IP, la version du système, la date et l’heure d’accès\n- chaque connexion\n- vos choix et vos demandes\n- les images que vous envoyez',
        'Seulement avec votre accord, nous gardons aussi quels messages vous avez ouverts et quelles pages du site ont été lues.',
      ],
    },
  },
  {
    id: 'why',
    heading: { en: 'What for', 'zh-CN': '用于什么', fr: 'Pour quoi faire' },
    body: {
      en: [
        'Necessary: your account, charging, bills and payments, safe running, answering you, records that the law demands.',
        'Your choice, each on its own and off until you switch it on: nickname and picture, news by e-mail, knowing whether you opened a mail, statistics of the website, help by partners, transfer out of mainland China. If you refuse one, only that function is missing.',
      ],
      'zh-CN': [
        '必要：账户、充电、账单与支付、安全运行、答复您、法定留存。',
        '由您逐项选择，默认关闭：昵称与头像、邮件资讯、邮件打开统计、网站统计、合作伙伴协助、向境外传输。拒绝某一项，只影响该项功能。',
      ],
      fr: [
        'Nécessaires : votre compte, la recharge, factures et paiements, un fonctionnement sûr, nos réponses, les documents exigés par la loi.',
        'À votre choix, un par un, coupés tant que vous ne les activez pas : pseudonyme et image, nouvelles par e-mail, savoir si vous avez ouvert un message, statistiques du site, aide de partenaires, transfert hors de Chine continentale. Si vous en refusez un, seule cette fonction manque.',
      ],
    },
  },
  {
    id: 'without_consent',
    heading: {
      en: 'When no consent is needed',
      'zh-CN': '无需征得同意的情形',
      fr: 'Quand aucun accord n’est nécessaire',
    },
    body: {
      en: [
        'The law knows eleven cases. Every kind of data and every recipient in this portal names your consent or one of them:\n- national security and defence\n- public safety, public health, a major public interest\n- criminal investigation, trial, execution of a judgment\n- somebody’s life or property, when consent is hard to obtain\n- what you made public yourself\n- what a lawful public source already tells\n- a contract that you asked for\n- safe and steady running of the service, such as finding faults\n- lawful news reporting by a news organisation\n- research in the public interest, with identity removed\n- other cases that a law lays down',
      ],
      'zh-CN': [
        '法律规定了十一种情形。本门户中的每类信息和每个接收方均标明您的同意或其中一种情形：\n- 与国家安全、国防安全直接相关\n- 与公共安全、公共卫生、重大公共利益直接相关\n- 与犯罪侦查、起诉、审判和判决执行直接相关\n- 为保护他人生命财产等且难以取得同意\n- 您自行向社会公开\n- 从合法公开渠道获得\n- 应您要求订立或履行合同所必需\n- 维护服务安全稳定运行所必需，如发现、处置故障\n- 新闻单位开展合法新闻报道所必需\n- 出于公共利益开展研究，且已去标识化\n- 法律法规规定的其他情形',
      ],
      fr: [
        'La loi connaît onze cas. Chaque type de données et chaque destinataire de ce portail nomme votre accord ou l’un d’eux :\n- sécurité nationale et défense\n- sécurité ou santé publiques, intérêt public majeur\n- enquête pénale, procès, exécution d’un jugement\n- vie ou biens d’une personne, quand l’accord est difficile à obtenir\n- ce que vous avez vous-même rendu public\n- ce qu’une source publique et licite dit déjà\n- un contrat que vous avez demandé\n- fonctionnement sûr et stable du service, comme trouver une panne\n- information licite par un organe de presse\n- recherche d’intérêt public, sans identité\n- autres cas prévus par une loi',
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
        'The camera, to scan a charger’s code and to take a profile photo. The storage, to pick a picture of a code and a profile picture. Each of the four uses has its own switch.',
      ],
      'zh-CN': ['相机：扫码添加充电桩、拍摄头像。存储：选择二维码图片、选择头像。四种用途各有独立开关。'],
      fr: [
        'L’appareil photo, pour scanner le code d’une borne et prendre une photo de profil. Le stockage, pour choisir l’image d’un code et une image de profil. Chacun des quatre usages a son interrupteur.',
      ],
    },
  },
  {
    id: 'retention',
    heading: { en: 'How long we keep it', 'zh-CN': '我们保存多久', fr: 'Combien de temps nous gardons' },
    body: {
      en: [
        '- Account, profile, chargers, charging sessions, pictures: as long as you have an account\n- Sign-ins: 180 days\n- Log of access: one year\n- Opened mails: 90 days; visits of the website: 30 days\n- Bills, payments, choices and requests: three years after you leave; bills and payments then no longer point to you',
      ],
      'zh-CN': [
        '- 账户、资料、充电桩、充电记录、图片：在您拥有账户期间\n- 登录记录：180天\n- 访问日志：一年\n- 邮件互动：90天；网站访问：30天\n- 账单、付款、授权和请求记录：您注销后三年，其中账单和付款不再指向您',
      ],
      fr: [
        '- Compte, profil, bornes, recharges, images : tant que vous avez un compte\n- Connexions : 180 jours\n- Journal d’accès : un an\n- Messages ouverts : 90 jours ; visites du site : 30 jours\n- Factures, paiements, choix et demandes : trois ans après votre départ ; factures et paiements ne renvoient alors plus à vous',
      ],
    },
  },
]
