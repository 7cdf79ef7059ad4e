import type { ManifestInput } from '../manifest-schema.ts'

/** Basic functions come first and need what is necessary; every extended function asks on its own (ENB-07). */
export const purposes: ManifestInput['purposes'] = [
  {
    key: 'account',
    name: { en: 'Your account', 'zh-CN': '您的账号', fr: 'Votre compte' },
    description: {
      en: 'We use your verified mobile number to open your account and to recognise you when you sign in.',
      'zh-CN': '我们使用您已验证的手机号码为您开户，并在登录时确认是您本人。',
      fr: 'Nous utilisons votre numéro de mobile vérifié pour ouvrir votre compte et vous reconnaître à la connexion.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without a mobile number there is no account.',
      'zh-CN': '没有手机号码就无法开户。',
      fr: 'Sans numéro de mobile, il n’y a pas de compte.',
    },
  },
  {
    key: 'metering',
    name: { en: 'Show your consumption', 'zh-CN': '查询用量', fr: 'Afficher votre consommation' },
    description: {
      en: 'We read your electricity, gas and water meters and show you what each of them used.',
      'zh-CN': '我们读取您的电表、燃气表和水表，并向您显示各自的用量。',
      fr: 'Nous relevons vos compteurs d’électricité, de gaz et d’eau et affichons ce que chacun a mesuré.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without readings we can neither show consumption nor work out a bill.',
      'zh-CN': '没有读数，我们既无法显示用量，也无法计算账单。',
      fr: 'Sans relevés, nous ne pouvons ni afficher la consommation ni établir une facture.',
    },
  },
  {
    key: 'billing',
    name: { en: 'Bills and payments', 'zh-CN': '账单与缴费', fr: 'Factures et paiements' },
    description: {
      en: 'We work out your bills for electricity, gas and water, take your payment and give you a receipt.',
      'zh-CN': '我们计算您的电费、燃气费和水费账单，收取缴费并开具收据。',
      fr: 'Nous calculons vos factures d’électricité, de gaz et d’eau, encaissons vos paiements et vous remettons un reçu.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without this you cannot pay here.',
      'zh-CN': '不处理这些信息，您就无法在此缴费。',
      fr: 'Sans cela, vous ne pouvez pas payer ici.',
    },
  },
  {
    key: 'arrears_notices',
    name: { en: 'Notice of an overdue bill', 'zh-CN': '欠费通知', fr: 'Avis de facture impayée' },
    description: {
      en: 'When a bill of one of your meters is overdue, we tell you in the portal and, if you gave an address, by e-mail.',
      'zh-CN': '当您的某个表具账单逾期时，我们会在本门户内告知您；如您留有邮箱，也会发送邮件。',
      fr: 'Quand la facture d’un de vos compteurs est en retard, nous vous le disons dans le portail et, si vous avez donné une adresse, par e-mail.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'You can turn reminders off; a notice that the law requires still reaches you.',
      'zh-CN': '您可以关闭提醒；但法律要求的通知仍会送达。',
      fr: 'Vous pouvez couper les rappels ; un avis exigé par la loi vous parvient quand même.',
    },
  },
  {
    key: 'security',
    name: { en: 'Security and faults', 'zh-CN': '安全与故障', fr: 'Sécurité et pannes' },
    description: {
      en: 'Phone and connection details help us to notice misuse of accounts and payments and to repair faults.',
      'zh-CN': '手机和连接信息帮助我们发现账号和支付被冒用的情况，并排除故障。',
      fr: 'Les informations sur le téléphone et la connexion nous aident à repérer les abus de compte ou de paiement et à réparer les pannes.',
    },
    kind: 'necessary',
    legalBasis: 'safe_operation',
    consequence: {
      en: 'Without this we could not keep your account and your payments safe.',
      'zh-CN': '没有这些信息，我们无法保障您账号和支付的安全。',
      fr: 'Sans cela, nous ne pourrions pas protéger votre compte et vos paiements.',
    },
  },
  {
    key: 'support',
    name: { en: 'Answers and rights requests', 'zh-CN': '客服与权利请求', fr: 'Réponses et demandes de droits' },
    description: {
      en: 'We use what is needed to answer you, for example to check who you are before your mobile number is changed.',
      'zh-CN': '我们使用必要信息答复您，例如在更换手机号码前核实您的身份。',
      fr: 'Nous utilisons ce qu’il faut pour vous répondre, par exemple vérifier votre identité avant de changer votre numéro.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without this we cannot answer or act on your request.',
      'zh-CN': '没有这些信息，我们无法答复或处理您的请求。',
      fr: 'Sans cela, nous ne pouvons ni répondre ni donner suite à votre demande.',
    },
  },
  {
    key: 'legal_records',
    name: { en: 'Records the law asks for', 'zh-CN': '法定留存', fr: 'Documents exigés par la loi' },
    description: {
      en: 'We keep records of completed payments for at least three years, and proof of what you agreed to.',
      'zh-CN': '已完成的交易记录至少保存三年，并保存您作出同意的凭证。',
      fr: 'Nous gardons la trace des paiements terminés pendant au moins trois ans, ainsi que la preuve de vos accords.',
    },
    kind: 'necessary',
    legalBasis: 'legal_obligation',
    consequence: {
      en: 'The e-commerce law obliges us, so this cannot be refused.',
      'zh-CN': '这是《电子商务法》的要求，因此无法拒绝。',
      fr: 'La loi sur le commerce électronique nous y oblige : un refus n’est pas possible.',
    },
  },
  {
    key: 'child_protection',
    name: { en: 'Protection of children', 'zh-CN': '儿童保护', fr: 'Protection des enfants' },
    description: {
      en: 'For a child under 14 we ask a guardian by e-mail for agreement and keep that answer.',
      'zh-CN': '对于未满14周岁的儿童，我们通过邮件征得监护人同意，并保存该答复。',
      fr: 'Pour un enfant de moins de 14 ans, nous demandons l’accord d’un tuteur par e-mail et conservons sa réponse.',
    },
    kind: 'necessary',
    legalBasis: 'legal_obligation',
    consequence: {
      en: 'Without a guardian’s agreement no account is opened for a child, and what we find is deleted.',
      'zh-CN': '未经监护人同意不会为儿童开户，已发现的信息会被删除。',
      fr: 'Sans l’accord d’un tuteur, aucun compte n’est ouvert pour un enfant et ce que nous trouvons est effacé.',
    },
  },
  {
    key: 'statistics',
    name: { en: 'Statistics and better service', 'zh-CN': '统计与改进', fr: 'Statistiques et amélioration' },
    description: {
      en: 'Identifiers, start-up data and error logs are counted to see which phones the app runs well on.',
      'zh-CN': '我们统计设备标识、启动数据和错误日志，以了解应用在哪些手机上运行良好。',
      fr: 'Identifiants, données de démarrage et journaux d’erreurs sont comptés pour savoir sur quels téléphones l’application marche bien.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, everything works as before; your phone is left out of the statistics.',
      'zh-CN': '如您拒绝，一切功能照常；您的手机不计入统计。',
      fr: 'Si vous refusez, tout marche comme avant ; votre téléphone n’entre pas dans les statistiques.',
    },
    notice: {
      en: 'Optional. May we count how the app runs on your phone? Paying and reading your meters work without it.',
      'zh-CN': '可选。是否允许我们统计应用在您手机上的运行情况？不同意也可正常缴费和查询用量。',
      fr: 'Facultatif. Pouvons-nous compter comment l’application tourne sur votre téléphone ? Payer et suivre vos compteurs marche sans cela.',
    },
  },
  {
    key: 'software_check',
    name: { en: 'Check of installed apps', 'zh-CN': '已安装应用检查', fr: 'Contrôle des applications installées' },
    description: {
      en: 'With your permission the app reads the list of installed software to recognise harmful programs.',
      'zh-CN': '经您授权，应用会读取已安装软件列表，以识别恶意程序。',
      fr: 'Avec votre accord, l’application lit la liste des logiciels installés pour reconnaître les programmes dangereux.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, the list is not read; you can pay and see your consumption all the same.',
      'zh-CN': '如您拒绝，将不读取该列表；缴费和查询用量不受影响。',
      fr: 'Si vous refusez, la liste n’est pas lue ; vous pouvez payer et suivre votre consommation comme avant.',
    },
    notice: {
      en: 'Optional. May the app read which apps are installed, to find harmful ones? Nothing else depends on it.',
      'zh-CN': '可选。是否允许应用读取已安装的软件，以发现恶意程序？其他功能不受影响。',
      fr: 'Facultatif. L’application peut-elle lire quelles applications sont installées, pour trouver les dangereuses ? Rien d’autre n’en dépend.',
    },
  },
  {
    key: 'pictures',
    name: { en: 'Pictures of your devices', 'zh-CN': '设备照片', fr: 'Photos de vos appareils' },
    description: {
      en: 'You may upload a picture of a meter or scan its QR code instead of typing its number.',
      'zh-CN': '您可以上传表具照片或扫描二维码，无需手动输入编号。',
      fr: 'Vous pouvez envoyer la photo d’un compteur ou scanner son code QR au lieu de taper son numéro.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, you type the number of the meter instead.',
      'zh-CN': '如您拒绝，请手动输入表具编号。',
      fr: 'Si vous refusez, vous tapez le numéro du compteur.',
    },
    notice: {
      en: 'Optional. The picture you choose is uploaded and kept until you delete it. You can type the number instead.',
      'zh-CN': '可选。您选择的图片会被上传，直至您删除。您也可以手动输入编号。',
      fr: 'Facultatif. L’image choisie est envoyée et gardée jusqu’à ce que vous l’effaciez. Vous pouvez aussi taper le numéro.',
    },
  },
  {
    key: 'arrears_push',
    name: { en: 'Overdue bills as push messages', 'zh-CN': '欠费推送', fr: 'Impayés en notification push' },
    description: {
      en: 'A push message on your phone tells you when a meter is in arrears. Your phone maker’s push service carries it.',
      'zh-CN': '当表具欠费时向您的手机推送消息，由手机厂商的推送服务送达。',
      fr: 'Une notification vous prévient quand un compteur est en impayé. Le service push du fabricant du téléphone la transmet.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, you still see overdue bills in the portal and in your e-mail.',
      'zh-CN': '如您拒绝，仍可在门户和邮件中看到欠费信息。',
      fr: 'Si vous refusez, les impayés restent visibles dans le portail et par e-mail.',
    },
    notice: {
      en: 'Optional. To reach your phone, its maker’s push service gets details of the phone. Without it you are told here and by e-mail.',
      'zh-CN': '可选。为送达您的手机，厂商推送服务会获得手机信息。不同意时，我们在此处及通过邮件告知您。',
      fr: 'Facultatif. Pour joindre votre téléphone, le service push de son fabricant en reçoit des informations. Sinon, vous êtes prévenu ici et par e-mail.',
    },
  },
  {
    key: 'advertising_id',
    endedBySignal: true,
    name: { en: 'Advertising identifier', 'zh-CN': '广告标识符', fr: 'Identifiant publicitaire' },
    description: {
      en: 'The advertising identifier of your phone (IDFA or the open anonymous identifier) is used to recommend content to you.',
      'zh-CN': '使用您手机的广告标识符（IDFA 或开放匿名设备标识符）向您推荐内容。',
      fr: 'L’identifiant publicitaire du téléphone (IDFA ou identifiant anonyme ouvert) sert à vous recommander des contenus.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, you see the same content as everybody else.',
      'zh-CN': '如您拒绝，您看到的内容与其他人相同。',
      fr: 'Si vous refusez, vous voyez les mêmes contenus que tout le monde.',
    },
    notice: {
      en: 'Optional. The app asks your phone for its advertising identifier, only to recommend content. Off unless you switch it on.',
      'zh-CN': '可选。应用会向手机获取广告标识符，仅用于推荐内容。默认关闭。',
      fr: 'Facultatif. L’application demande au téléphone son identifiant publicitaire, seulement pour recommander des contenus. Coupé tant que vous ne l’activez pas.',
    },
  },
  {
    key: 'promotional_reminders',
    name: { en: 'Reminders of promotions', 'zh-CN': '促销活动提醒', fr: 'Rappels de promotions' },
    description: {
      en: 'The app reminds you of promotions and sales of limited duration.',
      'zh-CN': '应用提醒您关注促销活动或限时抢购。',
      fr: 'L’application vous rappelle les promotions et les ventes à durée limitée.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, no such reminders come. Notices about your bills are not touched.',
      'zh-CN': '如您拒绝，将不再收到此类提醒；账单通知不受影响。',
      fr: 'Si vous refusez, ces rappels n’arrivent pas. Les avis sur vos factures ne changent pas.',
    },
    notice: {
      en: 'Optional. The app may remind you of promotions. Off unless you switch it on; notices about bills are separate.',
      'zh-CN': '可选。应用会提醒您促销活动。默认关闭，与账单通知无关。',
      fr: 'Facultatif. L’application peut vous rappeler des promotions. Coupé tant que vous ne l’activez pas ; les avis sur vos factures sont à part.',
    },
  },
]
