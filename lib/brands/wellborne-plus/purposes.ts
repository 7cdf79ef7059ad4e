import type { ManifestInput } from '../manifest-schema.ts'

export const purposes: ManifestInput['purposes'] = [
  {
    key: 'account',
    name: { en: 'Your account', 'zh-CN': '您的账号', fr: 'Votre compte' },
    description: {
      en: 'We use your verified e-mail address to open your account and to recognise you when you sign in.',
      'zh-CN': '我们使用您已验证的邮箱为您开户，并在登录时确认是您本人。',
      fr: 'Nous utilisons votre adresse e-mail vérifiée pour ouvrir votre compte et vous reconnaître à la connexion.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without an e-mail address there is no account.',
      'zh-CN': '没有邮箱就无法开户。',
      fr: 'Sans adresse e-mail, il n’y a pas de compte.',
    },
  },
  {
    key: 'charging',
    name: { en: 'Charging', 'zh-CN': '充电', fr: 'Recharge' },
    description: {
      en: 'We link your chargers to your account and show each charging session.',
      'zh-CN': '我们将您的充电桩与账号关联，并展示每次充电记录。',
      fr: 'Nous relions vos bornes à votre compte et affichons chaque recharge.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without this the charger cannot be used with this account.',
      'zh-CN': '不处理这些信息，充电桩就无法在此账号下使用。',
      fr: 'Sans cela, la borne ne peut pas servir avec ce compte.',
    },
  },
  {
    key: 'billing',
    name: { en: 'Bills and payments', 'zh-CN': '账单与支付', fr: 'Factures et paiements' },
    description: {
      en: 'We work out what charging costs, take your payment and give you a receipt.',
      'zh-CN': '我们计算充电费用，收取付款并开具收据。',
      fr: 'Nous calculons le prix de la recharge, encaissons votre paiement et vous remettons un reçu.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without this you cannot pay here.',
      'zh-CN': '不处理这些信息，您就无法在此付款。',
      fr: 'Sans cela, vous ne pouvez pas payer ici.',
    },
  },
  {
    key: 'security',
    name: { en: 'Safe and steady running', 'zh-CN': '安全稳定运行', fr: 'Fonctionnement sûr et stable' },
    description: {
      en: 'Logs of access and sign-ins help us to find faults and misuse.',
      'zh-CN': '访问和登录日志帮助我们发现故障和冒用。',
      fr: 'Les journaux d’accès et de connexion nous aident à trouver pannes et abus.',
    },
    kind: 'necessary',
    legalBasis: 'safe_operation',
    consequence: {
      en: 'Without this we could not keep the service running safely.',
      'zh-CN': '没有这些日志，我们无法保障服务安全运行。',
      fr: 'Sans cela, nous ne pourrions pas faire tourner le service en sûreté.',
    },
  },
  {
    key: 'support',
    name: { en: 'Answers and rights requests', 'zh-CN': '客服与权利请求', fr: 'Réponses et demandes de droits' },
    description: {
      en: 'We use what is needed to answer you and to check who is asking.',
      'zh-CN': '我们使用必要信息答复您，并核实请求人身份。',
      fr: 'Nous utilisons ce qu’il faut pour vous répondre et vérifier qui demande.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without this we cannot act on your request.',
      'zh-CN': '没有这些信息，我们无法处理您的请求。',
      fr: 'Sans cela, nous ne pouvons pas donner suite à votre demande.',
    },
  },
  {
    key: 'legal_records',
    name: { en: 'Records the law asks for', 'zh-CN': '法定留存', fr: 'Documents exigés par la loi' },
    description: {
      en: 'We keep bills, payments and proof of what you agreed to for as long as the law says.',
      'zh-CN': '我们按法律规定的期限保存账单、付款记录和您作出同意的凭证。',
      fr: 'Nous gardons factures, paiements et preuves de vos accords aussi longtemps que la loi le dit.',
    },
    kind: 'necessary',
    legalBasis: 'legal_obligation',
    consequence: {
      en: 'The law obliges us, so this cannot be refused.',
      'zh-CN': '这是法律要求，因此无法拒绝。',
      fr: 'La loi nous y oblige : un refus n’est pas possible.',
    },
  },
  {
    key: 'personal_touch',
    name: { en: 'Nickname and picture', 'zh-CN': '昵称与头像', fr: 'Pseudonyme et image' },
    description: {
      en: 'You may add a nickname, a picture and a country. Charging needs none of them.',
      'zh-CN': '您可以补充昵称、头像和国家或地区。充电不需要这些信息。',
      fr: 'Vous pouvez ajouter un pseudonyme, une image et un pays. La recharge n’en a pas besoin.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, you charge just the same; your account shows your e-mail address instead of a name.',
      'zh-CN': '如您拒绝，充电不受影响；账号将显示邮箱而非昵称。',
      fr: 'Si vous refusez, vous rechargez tout pareil ; le compte affiche votre adresse au lieu d’un nom.',
    },
    notice: {
      en: 'Optional. What you type or upload here is shown in your account only.',
      'zh-CN': '可选。您在此填写或上传的内容仅在您的账号中显示。',
      fr: 'Facultatif. Ce que vous tapez ou envoyez ici n’apparaît que dans votre compte.',
    },
  },
  {
    key: 'marketing_mail',
    name: { en: 'News by e-mail', 'zh-CN': '邮件资讯', fr: 'Nouvelles par e-mail' },
    description: {
      en: 'Now and then we write about products and offers.',
      'zh-CN': '我们会不定期发送产品和优惠信息。',
      fr: 'De temps en temps, nous écrivons sur nos produits et offres.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, no news comes. Receipts and notices about your account still do.',
      'zh-CN': '如您拒绝，将不再收到资讯；收据和账号通知仍会发送。',
      fr: 'Si vous refusez, aucune nouvelle n’arrive. Reçus et avis sur votre compte continuent.',
    },
    notice: {
      en: 'Optional. Each mail has a link to leave the list with one click.',
      'zh-CN': '可选。每封邮件都有一键退订链接。',
      fr: 'Facultatif. Chaque message a un lien pour quitter la liste en un clic.',
    },
  },
  {
    key: 'mail_tracking',
    endedBySignal: true,
    name: {
      en: 'Opened mails and clicked links',
      'zh-CN': '邮件打开与点击统计',
      fr: 'Messages ouverts et liens cliqués',
    },
    description: {
      en: 'A tiny picture (pixel) and marked links in our mails tell us whether you opened them and what interested you.',
      'zh-CN': '邮件中的微小图片（像素）和带标记的链接让我们知道您是否打开邮件以及感兴趣的内容。',
      fr: 'Une image minuscule (pixel) et des liens marqués nous disent si vous avez ouvert un message et ce qui vous a intéressé.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, our mails contain no pixel and no marked link. You still get the news you asked for.',
      'zh-CN': '如您拒绝，邮件中不含像素和带标记的链接；您订阅的资讯照常发送。',
      fr: 'Si vous refusez, nos messages ne contiennent ni pixel ni lien marqué. Vous recevez quand même les nouvelles demandées.',
    },
    notice: {
      en: 'Optional, and separate from the news itself. Do Not Track in your browser counts as a no.',
      'zh-CN': '选填，且与订阅资讯相互独立。浏览器开启“请勿追踪”视为拒绝。',
      fr: 'Facultatif, et distinct des nouvelles elles-mêmes. « Ne pas me pister » dans le navigateur vaut refus.',
    },
  },
  {
    key: 'website_statistics',
    endedBySignal: true,
    name: { en: 'Statistics of the website', 'zh-CN': '网站统计', fr: 'Statistiques du site' },
    description: {
      en: 'A cookie and beacons count which pages are read, so that we can make them better.',
      'zh-CN': '通过 Cookie 和网络信标统计页面浏览情况，以便改进。',
      fr: 'Un cookie et des balises comptent les pages lues, pour les améliorer.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, your visits are not counted. Every page works as before.',
      'zh-CN': '如您拒绝，您的访问不计入统计，所有页面照常使用。',
      fr: 'Si vous refusez, vos visites ne sont pas comptées. Toutes les pages marchent comme avant.',
    },
    notice: {
      en: 'Optional. Do Not Track and Global Privacy Control in your browser count as a no.',
      'zh-CN': '可选。浏览器开启“请勿追踪”或“全球隐私控制”视为拒绝。',
      fr: 'Facultatif. « Ne pas me pister » et Global Privacy Control dans le navigateur valent refus.',
    },
  },
  {
    key: 'partner_service',
    name: {
      en: 'Better service with partners',
      'zh-CN': '合作伙伴协助服务',
      fr: 'Meilleur service avec des partenaires',
    },
    description: {
      en: 'Partners bound to secrecy, such as charger workshops, may see the charger and the sessions concerned to help you.',
      'zh-CN': '受保密约束的合作伙伴（如充电桩维修商）可查看相关充电桩和充电记录，以便协助您。',
      fr: 'Des partenaires tenus au secret, comme des ateliers, peuvent voir la borne et les recharges concernées pour vous aider.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, only we ourselves help you; a repair may take longer.',
      'zh-CN': '如您拒绝，仅由我们自己协助您，维修可能需要更长时间。',
      fr: 'Si vous refusez, nous seuls vous aidons ; une réparation peut durer plus longtemps.',
    },
    notice: {
      en: 'Optional. Nothing about your payments is shared.',
      'zh-CN': '可选。不会共享任何支付信息。',
      fr: 'Facultatif. Rien sur vos paiements n’est partagé.',
    },
  },
  {
    key: 'transfer_abroad',
    name: { en: 'Transfer out of mainland China', 'zh-CN': '向境外传输', fr: 'Transfert hors de Chine continentale' },
    description: {
      en: 'Data collected in mainland China is stored there. With your consent our team in France may see it to help you.',
      'zh-CN': '在中国大陆收集的信息存储在中国大陆。经您同意，我们在法国的团队可查看这些信息以协助您。',
      fr: 'Les données recueillies en Chine continentale y sont gardées. Avec votre accord, notre équipe en France peut les voir pour vous aider.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, your data stays where it is; only figures without any sign of you may leave.',
      'zh-CN': '如您拒绝，信息留在原处；仅去标识化的数据可能出境。',
      fr: 'Si vous refusez, vos données restent où elles sont ; seuls des chiffres sans trace de vous peuvent sortir.',
    },
    notice: {
      en: 'Optional. The law of the other country may protect data less well; we keep the same safeguards there.',
      'zh-CN': '可选。境外法律的保护程度可能较低；我们在当地采取同样的保护措施。',
      fr: 'Facultatif. La loi de l’autre pays protège peut-être moins ; nous y gardons les mêmes garanties.',
    },
  },
]
