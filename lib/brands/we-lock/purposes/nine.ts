import type { ManifestInput } from '../../manifest-schema.ts'

/** The nine purposes of LCK-09, in the order in which the policy names them. */
export const ninePurposes: ManifestInput['purposes'] = [
  {
    key: 'provide_products',
    name: { en: 'Products and services', 'zh-CN': '产品与服务', fr: 'Produits et services' },
    description: {
      en: 'Run your lock and your account, and tell you what concerns their use.',
      'zh-CN': '运行您的门锁和账号，并告知与使用有关的事项。',
      fr: 'Faire fonctionner votre serrure et votre compte, et vous dire ce qui concerne leur usage.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without this the lock does not work with the app.',
      'zh-CN': '没有这项，门锁无法与应用配合使用。',
      fr: 'Sans cela, la serrure ne fonctionne pas avec l’appli.',
    },
  },
  {
    key: 'personalise',
    name: { en: 'Fit things to you', 'zh-CN': '个性化', fr: 'Personnaliser' },
    description: {
      en: 'Show products and functions that fit your region and your habits.',
      'zh-CN': '根据您的地区和习惯展示产品和功能。',
      fr: 'Montrer des produits et des fonctions adaptés à votre région et à vos habitudes.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, you see the same as everybody. Your lock works as before.',
      'zh-CN': '如果您拒绝，您看到的内容与其他人相同，门锁照常使用。',
      fr: 'Si vous refusez, vous voyez la même chose que tout le monde. Votre serrure fonctionne comme avant.',
    },
    notice: {
      en: 'We will use your country and what you searched for and viewed to choose what you see first.',
      'zh-CN': '我们将根据您的国家或地区以及搜索和浏览记录，决定优先展示的内容。',
      fr: 'Nous utiliserons votre pays et ce que vous avez cherché et vu pour choisir ce que vous voyez en premier.',
    },
  },
  {
    key: 'run_and_transact',
    name: { en: 'Running and paying', 'zh-CN': '运行与交易', fr: 'Fonctionnement et paiement' },
    description: {
      en: 'Keep the service running, answer your questions and requests, and handle what you buy and pay.',
      'zh-CN': '保障服务运行，答复您的咨询和请求，处理您的购买和付款。',
      fr: 'Maintenir le service, répondre à vos questions et demandes, et traiter vos achats et paiements.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without this we could not answer you, find faults or take a payment.',
      'zh-CN': '没有这项，我们无法答复您、排查故障或收款。',
      fr: 'Sans cela, nous ne pourrions ni vous répondre, ni trouver une panne, ni encaisser un paiement.',
    },
  },
  {
    key: 'after_sales',
    name: { en: 'After-sales care and feedback', 'zh-CN': '售后与反馈', fr: 'Après-vente et avis' },
    description: {
      en: 'Follow up after a purchase or a repair and ask what you think.',
      'zh-CN': '在购买或维修后回访，并听取您的意见。',
      fr: 'Prendre des nouvelles après un achat ou une réparation et demander votre avis.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, we do not follow up by ourselves. Your warranty stays, and you can always ask us.',
      'zh-CN': '如果您拒绝，我们不会主动回访。保修不受影响，您可以随时联系我们。',
      fr: 'Si vous refusez, nous ne vous recontactons pas de nous-mêmes. La garantie demeure et vous pouvez toujours nous écrire.',
    },
    notice: {
      en: 'We will look at the battery and fault records of your lock and write to you when it seems to need care.',
      'zh-CN': '我们将查看门锁的电量和故障记录，在可能需要维护时与您联系。',
      fr: 'Nous regarderons la pile et les pannes de votre serrure et vous écrirons si elle semble avoir besoin d’un entretien.',
    },
  },
  {
    key: 'promotion',
    name: {
      en: 'News, offers and prize draws',
      'zh-CN': '新品、优惠与抽奖',
      fr: 'Nouveautés, offres et tirages au sort',
    },
    description: {
      en: 'Tell you about new products, events, prize draws and competitions.',
      'zh-CN': '向您介绍新产品、活动、抽奖和竞赛。',
      fr: 'Vous informer des nouveaux produits, événements, tirages au sort et concours.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, you get no offers and take part in no prize draw. Nothing else changes.',
      'zh-CN': '如果您拒绝，将不会收到优惠信息，也不参加抽奖，其他一切不变。',
      fr: 'Si vous refusez, vous ne recevez pas d’offres et ne participez à aucun tirage. Rien d’autre ne change.',
    },
    notice: {
      en: 'We will write to your e-mail address or phone number at most twice a month. Each message says how to stop it.',
      'zh-CN': '我们每月最多两次向您的邮箱或手机号发送信息，每条信息都说明如何退订。',
      fr: 'Nous vous écrirons par e-mail ou SMS au plus deux fois par mois. Chaque message dit comment arrêter.',
    },
  },
  {
    key: 'internal_analysis',
    name: { en: 'Our own analysis', 'zh-CN': '内部分析', fr: 'Nos propres analyses' },
    description: {
      en: 'Study how locks and app are used to make them better. The study stays in our house.',
      'zh-CN': '分析门锁和应用的使用情况以作改进，分析只在公司内部进行。',
      fr: 'Étudier l’usage des serrures et de l’appli pour les améliorer. L’étude reste chez nous.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, your use is left out of the study. Nothing else changes.',
      'zh-CN': '如果您拒绝，您的使用情况不会纳入分析，其他一切不变。',
      fr: 'Si vous refusez, votre usage n’est pas étudié. Rien d’autre ne change.',
    },
    notice: {
      en: 'We will count which functions you use and which faults occur on your devices.',
      'zh-CN': '我们将统计您使用的功能以及设备上出现的故障。',
      fr: 'Nous compterons les fonctions que vous utilisez et les pannes de vos appareils.',
    },
  },
  {
    key: 'safety_notices',
    name: { en: 'Safety notices', 'zh-CN': '安全通知', fr: 'Avis de sécurité' },
    description: {
      en: 'Warn you about recalls and dangers of your lock.',
      'zh-CN': '就门锁的召回和危险向您发出警告。',
      fr: 'Vous avertir des rappels et des dangers de votre serrure.',
    },
    kind: 'locked',
    legalBasis: 'vital_interest',
    consequence: {
      en: 'A faulty lock can let a stranger in or keep you from getting out, and you must hear of it.',
      'zh-CN': '有缺陷的门锁可能让陌生人进入，或使您无法离开，您必须及时得知。',
      fr: 'Une serrure défectueuse peut laisser entrer un inconnu ou vous empêcher de sortir, et vous devez le savoir.',
    },
  },
  {
    key: 'prevent_fraud',
    name: { en: 'Stop fraud', 'zh-CN': '防止欺诈', fr: 'Empêcher la fraude' },
    description: {
      en: 'Look into suspected fraud and other unlawful acts, and prevent them.',
      'zh-CN': '调查并防止涉嫌欺诈和其他违法行为。',
      fr: 'Examiner les soupçons de fraude et d’autres actes illégaux, et les empêcher.',
    },
    kind: 'necessary',
    legalBasis: 'legitimate_interest',
    consequence: {
      en: 'We cannot leave one person out without weakening the protection of all. You can object by a request.',
      'zh-CN': '如果不对某个人进行检测，会削弱对所有人的保护。您可以提交请求表示反对。',
      fr: 'Nous ne pouvons pas en exempter une personne sans affaiblir la protection de tous. Vous pouvez vous y opposer par une demande.',
    },
  },
  {
    key: 'as_you_agree',
    name: { en: 'Trying out new functions', 'zh-CN': '试用新功能', fr: 'Essai de nouvelles fonctions' },
    description: {
      en: 'Anything else, if you agree to it: at present, letting you try new functions before everybody else.',
      'zh-CN': '经您同意的其他用途：目前为邀请您提前试用新功能。',
      fr: 'Tout autre usage que vous acceptez : pour l’instant, essayer de nouvelles fonctions avant les autres.',
    },
    kind: 'optional',
    legalBasis: 'consent',
    consequence: {
      en: 'If you refuse, you get new functions when everybody does.',
      'zh-CN': '如果您拒绝，将与其他用户同时获得新功能。',
      fr: 'Si vous refusez, vous recevez les nouvelles fonctions en même temps que tout le monde.',
    },
    notice: {
      en: 'We will switch on unfinished functions in your app and look at the faults they cause. You can leave at any time.',
      'zh-CN': '我们将在您的应用中开启尚未完善的功能，并查看其引起的故障。您可以随时退出。',
      fr: 'Nous activerons dans votre appli des fonctions inachevées et regarderons les pannes qu’elles causent. Vous pouvez arrêter à tout moment.',
    },
  },
]
