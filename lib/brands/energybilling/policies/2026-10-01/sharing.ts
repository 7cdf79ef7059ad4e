import type { ManifestInput } from '../../../manifest-schema.ts'

type Sections = ManifestInput['policies'][number]['sections']

/** Who receives data, where it is, and how it is guarded. */
export const sharing: Sections = [
  {
    id: 'sharing',
    heading: { en: 'Who else receives data', 'zh-CN': '我们与谁共享', fr: 'Qui d’autre reçoit des données' },
    body: {
      en: [
        'We share only if you agree, if a law or an authority obliges us, with our affiliated companies, or with partners who work for us under these same purposes. An affiliate that wants to use data for something else must ask you first.',
        'Seventeen SDKs are built into the app: six basic modules, two that recognise a phone, six for push messages, three for payment. The page “Recipients” shows each with developer, package, moment of use, permissions, purpose, scope, way of working and links. If one is added, we tell you and ask you; those that are not essential you can refuse.',
        'You can pay by WeChat Pay, Alipay, PayPal or card (Stripe). Each gets the amount, the currency, the number of the bill, a reference, the language of the page and an address to come back to; your name, phone number and consumption are not among them.',
        'Should the company merge, be sold or go bankrupt, the new holder stays bound by this policy or must ask you again. We make data public only with your consent or when the law demands it.',
      ],
      'zh-CN': [
        '我们仅在以下情形共享：您同意；法律或主管部门要求；与关联公司共享；与按同样目的为我们工作的合作伙伴共享。关联公司如要改变用途，须先征得您的同意。',
        '应用内含十七个 SDK：六个基础模块、两个设备识别、六个消息推送、三个支付。“接收方”页面逐一列明开发者、包名、场景、权限、目的、范围、处理方式和链接。如有新增，我们会告知您并征得同意；非必要的您可以拒绝。',
        '您可通过微信支付、支付宝、PayPal 或银行卡（Stripe）缴费。它们只得到金额、币种、账单编号、参考号、页面语言和返回地址，不会得到您的姓名、手机号码和用量。',
        '如公司合并、被收购或破产，新的持有方须继续受本政策约束，否则须重新征得您的同意。我们仅在您同意或法律要求时公开披露信息。',
      ],
      fr: [
        'Nous ne partageons que si vous êtes d’accord, si une loi ou une autorité nous y oblige, avec nos sociétés liées, ou avec des partenaires qui travaillent pour nous dans les mêmes buts. Une société liée qui veut un autre usage doit d’abord vous demander.',
        'Dix-sept SDK sont intégrés : six modules de base, deux qui reconnaissent un téléphone, six pour les notifications, trois pour le paiement. La page « Destinataires » montre pour chacun développeur, paquet, moment, autorisations, but, étendue, fonctionnement et liens. Si l’un s’ajoute, nous vous le disons et vous demandons ; vous pouvez refuser ceux qui ne sont pas indispensables.',
        'Vous pouvez payer par WeChat Pay, Alipay, PayPal ou carte (Stripe). Chacun reçoit le montant, la monnaie, le numéro de la facture, une référence, la langue de la page et une adresse de retour ; ni votre nom, ni votre numéro, ni votre consommation.',
        'En cas de fusion, de vente ou de faillite, le nouveau détenteur reste lié par cette politique ou doit vous redemander. Nous ne rendons des données publiques qu’avec votre accord ou si la loi l’exige.',
      ],
    },
  },
  {
    id: 'transfer',
    heading: { en: 'Where your data is', 'zh-CN': '信息存放在哪里', fr: 'Où sont vos données' },
    body: {
      en: [
        'Your data is stored in mainland China. We send none of it abroad, and the portal refuses to mark it for such a transfer.',
        'PayPal and Stripe are companies outside mainland China. What you type on their page you give to them yourself. If you do not want this, choose WeChat Pay or Alipay.',
      ],
      'zh-CN': [
        '您的信息存储在中国大陆。我们不向境外传输，本门户也拒绝将其标记为可出境。',
        'PayPal 和 Stripe 是中国大陆以外的公司。您在其页面输入的内容由您直接提供给它们。如不希望如此，请选择微信支付或支付宝。',
      ],
      fr: [
        'Vos données sont gardées en Chine continentale. Nous n’en envoyons aucune à l’étranger, et le portail refuse de les marquer pour un tel transfert.',
        'PayPal et Stripe sont des sociétés hors de Chine continentale. Ce que vous tapez sur leur page, vous le leur donnez vous-même. Si vous ne le voulez pas, choisissez WeChat Pay ou Alipay.',
      ],
    },
  },
  {
    id: 'cookies',
    heading: { en: 'Cookies', 'zh-CN': 'Cookie', fr: 'Cookies' },
    body: {
      en: [
        'We set three cookies: one keeps you signed in, one remembers your choice about cookies, one your language. You can clear them at any time, here or in your browser.',
      ],
      'zh-CN': ['我们使用三个 Cookie：保持登录、记住您对 Cookie 的选择、记住语言。您可随时在此或在浏览器中清除。'],
      fr: [
        'Nous déposons trois cookies : l’un vous garde connecté, l’un retient votre choix sur les cookies, l’un votre langue. Vous pouvez les effacer à tout moment, ici ou dans le navigateur.',
      ],
    },
  },
  {
    id: 'security',
    heading: { en: 'How we guard it', 'zh-CN': '我们如何保护', fr: 'Comment nous protégeons' },
    body: {
      en: [
        'Data is encrypted on the way and in storage. Our staff see only what their task needs. Important operations need a second person’s approval, and security manager, data operator and auditor are three different people.',
        'If something goes wrong all the same, we tell you what happened, what it may mean for you, what we did, what you can do and how we make good, by mail, letter, phone or push, or by a public announcement if we cannot reach each person. We also report to the authorities.',
      ],
      'zh-CN': [
        '信息在传输和存储时均加密。工作人员只能看到完成工作所需的最少信息。重要操作须经第二人审批，安全管理、数据操作、审计三个岗位相互分离。',
        '如仍发生安全事件，我们会告知您基本情况、可能的影响、已采取的措施、您可采取的防范措施和补救办法，方式包括邮件、信函、电话或推送；难以逐一告知时发布公告，并向主管部门报告。',
      ],
      fr: [
        'Les données sont chiffrées en chemin et au repos. Notre personnel ne voit que ce que sa tâche demande. Les opérations importantes exigent l’accord d’une deuxième personne ; responsable de sécurité, opérateur et auditeur sont trois personnes différentes.',
        'S’il arrive quand même quelque chose, nous vous disons ce qui s’est passé, ce que cela peut signifier, ce que nous avons fait, ce que vous pouvez faire et comment nous réparons, par e-mail, lettre, téléphone ou notification, ou par une annonce publique si nous ne pouvons joindre chacun. Nous en informons aussi les autorités.',
      ],
    },
  },
]
