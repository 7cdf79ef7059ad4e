import type { ManifestInput } from '../../manifest-schema.ts'

export const portalPolicy: ManifestInput['policies'][number] = {
  version: '2.0',
  updatedOn: '2026-07-31',
  effectiveOn: '2026-09-01',
  changeKinds: ['service_model', 'recipients', 'rights'],
  summary: {
    en: 'Nothing optional is on by itself any more: cookies, location, questionnaires, advertising and combining data each wait for your yes. Logs go after a year. Places can be taken out of photos, and bills paid by card or PayPal in this portal.',
    'zh-CN':
      '可选项不再默认开启：Cookie、位置、问卷、广告和数据合并都需要您同意。日志保存一年。可以去除照片中的地点，并可在本平台用银行卡或 PayPal 支付账单。',
    fr: 'Plus rien de facultatif n’est actif d’office : cookies, position, questionnaires, publicité et combinaison de données attendent chacun votre oui. Les journaux partent après un an. Le lieu peut être retiré des photos, et les factures payées par carte ou PayPal dans ce portail.',
  },
  sections: [
    {
      id: 'what',
      heading: { en: 'What we collect', 'zh-CN': '我们收集什么', fr: 'Ce que nous recueillons' },
      body: {
        en: [
          'To register: your e-mail address or your mobile phone, a password, and your date of birth. If you like: a nickname, a picture, your country, photos you share.',
          'While you use the lock, the app or the website:\n- the locks and phones you add, and how often a lock was opened through the cloud\n- device log: model, system version, identifier, battery\n- software log: software version, browser, other apps that touch the safety of the lock\n- service log: searches, views, failures, the page you came from, IP address\n- each sign-in\n- your bills and payments, but never a card number\n- your choices and your requests',
          'Only if you agree: questionnaires, which may hold your name, phone and home address, and your location by IP address, GPS or Wi-Fi. These are sensitive. They are marked, hidden until you reveal them, and refusing costs only that one function. A photo may carry the place where it was taken; you see it and can take it out.',
        ],
        'zh-CN': [
          '注册所需：邮箱或手机号、密码和出生日期。您愿意提供的：昵称、头像、国家或地区、分享的照片。',
          '在您使用门锁、应用或网站时：\n- 您添加的门锁和手机，以及云端开锁次数\n- 设备日志：型号、系统版本、标识符、电量\n- 软件日志：软件版本、浏览器、影响门锁安全的其他应用\n- 服务日志：搜索、浏览、故障、来源页面、IP 地址\n- 每次登录\n- 您的账单和付款，但绝不保存卡号\n- 您的选择和请求',
          '仅在您同意后：问卷（可能包含姓名、电话和家庭住址），以及通过 IP 地址、GPS 或 Wi-Fi 获取的位置。这些属于敏感信息，会有标记，默认隐藏，由您点开查看；拒绝只影响相应功能。照片可能带有拍摄地点，您可以看到并去除。',
        ],
        fr: [
          'Pour vous inscrire : votre e-mail ou votre téléphone mobile, un mot de passe et votre date de naissance. Si vous le souhaitez : pseudonyme, photo de profil, pays, photos partagées.',
          'Quand vous utilisez la serrure, l’appli ou le site :\n- les serrures et téléphones que vous ajoutez, et le nombre d’ouvertures par le cloud\n- journal des appareils : modèle, version du système, identifiant, batterie\n- journal des logiciels : version, navigateur, autres applis qui touchent à la sûreté de la serrure\n- journal du service : recherches, pages vues, pannes, page d’origine, adresse IP\n- chaque connexion\n- vos factures et paiements, mais jamais de numéro de carte\n- vos choix et vos demandes',
          'Seulement avec votre accord : les questionnaires, qui peuvent contenir nom, téléphone et adresse, et votre position par adresse IP, GPS ou Wi-Fi. Ces données sont sensibles : elles sont signalées, cachées jusqu’à ce que vous les affichiez, et un refus ne coûte que cette fonction. Une photo peut contenir son lieu de prise ; vous le voyez et pouvez le retirer.',
        ],
      },
    },
    {
      id: 'why',
      heading: { en: 'Why we use it', 'zh-CN': '我们为何使用', fr: 'Pourquoi nous les utilisons' },
      body: {
        en: [
          'Nine purposes:\n- our products and services\n- fitting things to you\n- running, answering and paying\n- after-sales care and feedback\n- news, offers and prize draws\n- our own analysis\n- safety notices\n- stopping fraud\n- trying out new functions, or whatever else you agree to',
          'What the lock cannot work without is always on, and we say why. Safety notices about recalls cannot be turned off: a faulty lock is a danger to you. Everything else has a switch and is off until you turn it on. Combining your data with data that does not name you is asked by itself.',
        ],
        'zh-CN': [
          '九项用途：\n- 产品与服务\n- 个性化\n- 运行、答复与付款\n- 售后与反馈\n- 新品、优惠与抽奖\n- 内部分析\n- 安全通知\n- 防止欺诈\n- 试用新功能，或您同意的其他用途',
          '门锁运行必不可少的用途始终开启，我们会说明原因。有关召回的安全通知无法关闭，因为有缺陷的门锁会给您带来危险。其他用途都有开关，默认关闭。将您的信息与不指向您的信息合并，需要单独征得同意。',
        ],
        fr: [
          'Neuf buts :\n- nos produits et services\n- personnaliser\n- fonctionner, répondre et encaisser\n- après-vente et avis\n- nouveautés, offres et tirages au sort\n- nos propres analyses\n- avis de sécurité\n- empêcher la fraude\n- essayer de nouvelles fonctions, ou tout ce que vous acceptez d’autre',
          'Ce dont la serrure ne peut se passer est toujours actif, et nous disons pourquoi. Les avis de sécurité sur les rappels ne peuvent pas être désactivés : une serrure défectueuse est un danger pour vous. Tout le reste a un interrupteur, coupé au départ. Combiner vos données avec d’autres qui ne vous nomment pas fait l’objet d’une question à part.',
        ],
      },
    },
    {
      id: 'cookies',
      heading: { en: 'Cookies', 'zh-CN': 'Cookie', fr: 'Cookies' },
      body: {
        en: [
          'Before you choose, only necessary cookies are set. Language, counting, and advertising, also with our affiliated shop, are three choices of their own. You can change them at any time at the foot of each page.',
        ],
        'zh-CN': [
          '在您选择之前，只设置必要的 Cookie。语言、统计、广告（包括与关联商店共享）是三个独立选项。您可以随时在每个页面的底部更改。',
        ],
        fr: [
          'Avant votre choix, seuls les cookies nécessaires sont déposés. Langue, statistiques et publicité, aussi avec notre boutique affiliée, sont trois choix séparés. Vous pouvez les changer à tout moment au bas de chaque page.',
        ],
      },
    },
    {
      id: 'who',
      heading: { en: 'Who else receives it', 'zh-CN': '还有谁会收到', fr: 'Qui d’autre les reçoit' },
      body: {
        en: [
          'Stripe or PayPal when you pay with them; the companies that deliver our mail and text messages and run our machines; courts and authorities when the law makes us. With your consent only: our affiliated shop, for advertising.',
        ],
        'zh-CN': [
          '当您使用 Stripe 或 PayPal 付款时的相应机构；为我们投递邮件和短信、提供服务器的公司；法律要求时的法院和主管机关。仅在您同意后：用于广告的关联商店。',
        ],
        fr: [
          'Stripe ou PayPal si vous payez avec eux ; les entreprises qui acheminent nos e-mails et SMS et exploitent nos machines ; tribunaux et autorités si la loi nous y oblige. Seulement avec votre accord : notre boutique affiliée, pour la publicité.',
        ],
      },
    },
    {
      id: 'how_long',
      heading: { en: 'How long we keep it', 'zh-CN': '保存多久', fr: 'Combien de temps' },
      body: {
        en: [
          'Account data stays as long as the account; pictures until you delete them. Sign-ins go after 180 days, places after 90 days, logs and questionnaires after a year. After you close the account, requests stay one year, your choices three years, bills and payments three years; then whatever points to you is taken out. What remains are counts in which nobody can be singled out.',
        ],
        'zh-CN': [
          '账号数据在账号存续期间保存，图片保存到您删除为止。登录记录保存 180 天，位置保存 90 天，日志和问卷保存一年。账号注销后，请求保存一年，您的选择保存三年，账单和付款保存三年，之后去除所有能指向您的信息。最后只留下无法识别任何个人的统计数字。',
        ],
        fr: [
          'Les données du compte restent autant que le compte ; les images jusqu’à ce que vous les effaciez. Les connexions partent après 180 jours, les lieux après 90 jours, journaux et questionnaires après un an. Après la fermeture, les demandes restent un an, vos choix trois ans, factures et paiements trois ans ; ensuite, tout ce qui vous désigne est retiré. Il ne reste que des comptages où personne ne peut être reconnu.',
        ],
      },
    },
    {
      id: 'rights',
      heading: { en: 'Your rights', 'zh-CN': '您的权利', fr: 'Vos droits' },
      body: {
        en: [
          'You can see, correct, download and delete your data here, change your choices, and close your account with 14 days to change your mind. We answer requests within 30 days of knowing that it is you. Answers are free. Should one cost far more than usual or be asked for again and again, we show the fee and the reason before you go on. You can also turn to the CNIL or your own authority.',
        ],
        'zh-CN': [
          '您可以在此查看、更正、下载和删除数据，更改选择，并注销账号（14 天内可反悔）。确认是您本人后，我们在 30 天内答复。答复免费；如成本远高于通常情况或反复提出，我们会在继续之前告知费用和原因。您也可以向 CNIL 或所在国的机关投诉。',
        ],
        fr: [
          'Vous pouvez ici voir, corriger, télécharger et effacer vos données, changer vos choix et fermer votre compte, avec 14 jours pour changer d’avis. Nous répondons sous 30 jours après avoir vérifié que c’est vous. Les réponses sont gratuites. Si l’une coûte bien plus que d’habitude ou revient sans cesse, nous montrons les frais et la raison avant que vous continuiez. Vous pouvez aussi saisir la CNIL ou votre autorité.',
        ],
      },
    },
    {
      id: 'minors',
      heading: { en: 'Adults only', 'zh-CN': '仅限成年人', fr: 'Réservé aux adultes' },
      body: {
        en: [
          'You must be at least 18 and accept this policy. If we learn of an account of a younger person, we close and erase it.',
        ],
        'zh-CN': ['您须年满 18 周岁并接受本政策。如发现未成年人的账号，我们会将其关闭并删除。'],
        fr: [
          'Vous devez avoir au moins 18 ans et accepter cette politique. Si nous découvrons le compte d’une personne plus jeune, nous le fermons et l’effaçons.',
        ],
      },
    },
    {
      id: 'changes',
      heading: { en: 'When this text changes', 'zh-CN': '本政策的变更', fr: 'Quand ce texte change' },
      body: {
        en: [
          'Each version has an address of its own that stays. Changes are published here and in a feed that our authorised dealers follow. If a change matters, we ask you again at your next sign-in.',
        ],
        'zh-CN': [
          '每个版本都有固定的网址。变更会在此公布，并通过订阅源告知授权经销商。如有重大变更，我们会在您下次登录时再次征求同意。',
        ],
        fr: [
          'Chaque version a une adresse propre qui demeure. Les changements sont publiés ici et dans un flux que suivent nos revendeurs agréés. Si un changement compte, nous vous redemandons votre accord à la prochaine connexion.',
        ],
      },
    },
    {
      id: 'contact',
      heading: { en: 'Contact', 'zh-CN': '联系方式', fr: 'Contact' },
      body: {
        en: [
          'WE.LOCK is responsible for your data. Contact address of this portal: privacy@we-lock.example. You can also write to us from your requests page.',
        ],
        'zh-CN': [
          'WE.LOCK 对您的数据负责。本平台的联系邮箱：privacy@we-lock.example。您也可以在“我的请求”页面给我们留言。',
        ],
        fr: [
          'WE.LOCK est responsable de vos données. Adresse de contact de ce portail : privacy@we-lock.example. Vous pouvez aussi nous écrire depuis la page de vos demandes.',
        ],
      },
    },
  ],
}
