import type { ManifestInput } from '../../manifest-schema.ts'

export const portalPolicy: ManifestInput['policies'][number] = {
  version: '2.0',
  updatedOn: '2026-05-04',
  effectiveOn: '2026-06-01',
  changeKinds: ['service_model', 'recipients', 'rights'],
  summary: {
    en: 'Phone information is now collected only after you agree. Bills can be paid by card (Stripe) or PayPal. New: how long each thing is kept, and this portal, where you can see and delete it.',
    'zh-CN':
      '手机信息现在只在您同意后才收集。账单可用银行卡（Stripe）或 PayPal 支付。新增：各类信息的保存期限，以及可供您查看和删除信息的本平台。',
    fr: 'Les informations sur le téléphone ne sont désormais recueillies qu’avec votre accord. Les factures se paient par carte (Stripe) ou PayPal. Nouveau : les durées de conservation et ce portail, où vous pouvez tout voir et effacer.',
  },
  sections: [
    {
      id: 'what',
      heading: { en: 'What we collect', 'zh-CN': '我们收集什么', fr: 'Ce que nous recueillons' },
      body: {
        en: [
          'To register you need only an account name and a password. Everything else is up to you: an e-mail address to get a lost account back, a nickname, your car, your country.',
          'When you use the service we hold:\n- the charging piles and phones you add\n- your charging sessions: start, end, energy, cost, station\n- your bills and payments, but never a card number\n- each sign-in: time, IP address, browser or app\n- your choices and your requests to us',
          'Only if you agree, we also collect seven facts about your phone: name, model, identifier, system and app version, language, screen resolution and network operator (PLMN).',
        ],
        'zh-CN': [
          '注册只需账号名和密码。其他一切由您决定：用于找回账号的邮箱、昵称、车型、国家或地区。',
          '您使用服务时，我们保存：\n- 您添加的充电桩和手机\n- 您的充电记录：开始、结束、电量、费用、充电站\n- 您的账单和付款，但绝不保存卡号\n- 每次登录：时间、IP 地址、浏览器或应用\n- 您的选择以及向我们提出的请求',
          '只有在您同意后，我们才会收集手机的七项信息：名称、型号、标识符、系统和应用版本、语言、屏幕分辨率、网络运营商（PLMN）。',
        ],
        fr: [
          'Pour vous inscrire, il suffit d’un nom de compte et d’un mot de passe. Le reste dépend de vous : un e-mail pour récupérer un compte perdu, un pseudonyme, votre voiture, votre pays.',
          'Quand vous utilisez le service, nous gardons :\n- les bornes et téléphones que vous ajoutez\n- vos recharges : début, fin, énergie, coût, borne\n- vos factures et paiements, mais jamais de numéro de carte\n- chaque connexion : heure, adresse IP, navigateur ou appli\n- vos choix et vos demandes',
          'Seulement avec votre accord, nous recueillons aussi sept informations sur votre téléphone : nom, modèle, identifiant, versions du système et de l’appli, langue, résolution et opérateur (PLMN).',
        ],
      },
    },
    {
      id: 'why',
      heading: { en: 'Why we use it', 'zh-CN': '我们为何使用', fr: 'Pourquoi nous les utilisons' },
      body: {
        en: [
          'To run your charging, your account and your bills, and to do what the law asks. These four are part of the service.',
          'Three more purposes wait for your yes: to fit the app to your phone, to count how charging is used, and to send you news. Before each one we tell you what it is for. If you refuse, you lose only that.',
        ],
        'zh-CN': [
          '用于为您充电、管理账号、出具账单，以及履行法律义务。这四项属于服务本身。',
          '另外三项用途需要您同意：让应用适合您的手机、统计充电使用情况、向您发送资讯。每一项我们都会事先说明；拒绝只会失去该项功能。',
        ],
        fr: [
          'Pour assurer vos recharges, votre compte et vos factures, et faire ce que la loi demande. Ces quatre buts font partie du service.',
          'Trois autres attendent votre oui : adapter l’appli à votre téléphone, compter l’utilisation des recharges, vous envoyer des nouvelles. Avant chacun, nous disons à quoi il sert. Si vous refusez, vous ne perdez que cela.',
        ],
      },
    },
    {
      id: 'permissions',
      heading: { en: 'Location and camera', 'zh-CN': '位置和相机', fr: 'Localisation et appareil photo' },
      body: {
        en: [
          'The location permission serves only to find Wi-Fi and connect the charger to it. It is worked on in your phone and never sent to us; our systems refuse it. Without it the charger’s Wi-Fi cannot be set up.',
          'The camera permission serves to scan the QR code on a charging pile. Without it you cannot add a pile by scanning, but you can type its number.',
        ],
        'zh-CN': [
          '位置权限只用于搜索 Wi-Fi 并为充电桩配置网络。位置信息在手机上处理，绝不上传，我们的系统也会拒收。没有该权限，就无法为充电桩配置 Wi-Fi。',
          '相机权限用于扫描充电桩上的二维码。没有该权限，就不能扫码添加充电桩，但可以手动输入编号。',
        ],
        fr: [
          'La localisation ne sert qu’à trouver le Wi-Fi et à y connecter la borne. Elle est traitée dans votre téléphone et ne nous est jamais envoyée ; nos systèmes la refusent. Sans elle, le Wi-Fi de la borne ne peut pas être réglé.',
          'L’appareil photo sert à scanner le code QR d’une borne. Sans lui, vous ne pouvez pas ajouter de borne en scannant, mais vous pouvez saisir son numéro.',
        ],
      },
    },
    {
      id: 'who',
      heading: { en: 'Who else receives it', 'zh-CN': '还有谁会收到', fr: 'Qui d’autre les reçoit' },
      body: {
        en: [
          'Stripe or PayPal, when you choose to pay with them: the amount, the currency, the bill number, a reference and the page to bring you back to, nothing else. The companies that deliver our mail and run our machines work for us under contract. Courts and authorities get data only when the law makes us.',
          'If you first came to us through another company’s app, that first visit falls under that company’s own policy. Your account shows which app it was, with a link.',
        ],
        'zh-CN': [
          '当您选择用 Stripe 或 PayPal 付款时，它们只会收到金额、币种、账单号、一个参考号，以及付款后带您返回的页面地址。为我们投递邮件和提供服务器的公司按合同为我们工作。法院和主管机关只有在法律要求时才会获得数据。',
          '如果您最初通过其他公司的应用使用我们的服务，那次访问适用该公司自己的政策。您的账号会显示是哪个应用，并附上链接。',
        ],
        fr: [
          'Stripe ou PayPal, si vous choisissez de payer avec eux : le montant, la devise, le numéro de facture, une référence et la page où vous ramener, rien d’autre. Les entreprises qui acheminent nos e-mails et exploitent nos machines travaillent pour nous sous contrat. Les tribunaux et les autorités n’obtiennent des données que si la loi nous y oblige.',
          'Si vous êtes arrivé chez nous par l’appli d’une autre entreprise, cette première visite relève de la politique de celle-ci. Votre compte indique cette appli, avec un lien.',
        ],
      },
    },
    {
      id: 'how_long',
      heading: { en: 'How long we keep it', 'zh-CN': '保存多久', fr: 'Combien de temps' },
      body: {
        en: [
          'Most things stay as long as your account. Sign-ins go after 180 days, phone information after a year. After you close the account, requests stay one year, your choices three years, and bills and payments three years; then whatever points to you is taken out.',
          'Should the company stop, we stop collecting at once and delete the accounts within a reasonable time, and we tell you.',
        ],
        'zh-CN': [
          '大部分信息在账号存续期间保存。登录记录保存 180 天，手机信息保存一年。账号注销后，请求记录保存一年，您的选择保存三年，账单和付款保存三年，之后去除所有能指向您的信息。',
          '如果公司停止运营，我们会立即停止收集，在合理时间内删除账号，并通知您。',
        ],
        fr: [
          'La plupart des données restent aussi longtemps que votre compte. Les connexions partent après 180 jours, les informations du téléphone après un an. Après la fermeture, les demandes restent un an, vos choix trois ans, les factures et paiements trois ans ; ensuite, tout ce qui vous désigne est retiré.',
          'Si l’entreprise cesse son activité, nous cessons aussitôt de recueillir, effaçons les comptes dans un délai raisonnable et vous prévenons.',
        ],
      },
    },
    {
      id: 'rights',
      heading: { en: 'Your rights', 'zh-CN': '您的权利', fr: 'Vos droits' },
      body: {
        en: [
          'In this portal you can see, correct, download and delete your data, one by one or a whole group, change every choice, and close your account. You have 14 days to change your mind about closing. We answer requests within 30 days.',
          'You see who looked at your data and why. If you are not content with an answer, you can turn to your data protection authority.',
        ],
        'zh-CN': [
          '您可以在本平台查看、更正、下载、逐条或整类删除您的数据，更改每项选择，并注销账号。注销后 14 天内可以反悔。我们在 30 天内答复请求。',
          '您可以看到谁查看过您的数据以及原因。如果对答复不满意，可以向数据保护机关投诉。',
        ],
        fr: [
          'Dans ce portail, vous pouvez voir, corriger, télécharger et effacer vos données, une par une ou par groupe, changer chaque choix et fermer votre compte. Vous avez 14 jours pour revenir sur la fermeture. Nous répondons sous 30 jours.',
          'Vous voyez qui a consulté vos données et pourquoi. Si une réponse ne vous satisfait pas, vous pouvez saisir votre autorité de protection des données.',
        ],
      },
    },
    {
      id: 'minors',
      heading: { en: 'Young people', 'zh-CN': '未成年人', fr: 'Les jeunes' },
      body: {
        en: [
          'You must be at least 16 to open an account. If we learn of a younger person’s account, we close and erase it.',
        ],
        'zh-CN': ['年满 16 周岁才可开通账号。如果我们发现未满 16 周岁者的账号，会将其关闭并删除。'],
        fr: [
          'Il faut avoir au moins 16 ans pour ouvrir un compte. Si nous apprenons qu’un compte appartient à une personne plus jeune, nous le fermons et l’effaçons.',
        ],
      },
    },
    {
      id: 'security',
      heading: { en: 'How we protect it', 'zh-CN': '我们如何保护', fr: 'Comment nous les protégeons' },
      body: {
        en: [
          'Data travels and rests encrypted where it is sensitive, staff are trained and see only what their task needs, and every look is written down for you. Still, no radio network is perfectly safe: keep your password to yourself.',
        ],
        'zh-CN': [
          '敏感数据在传输和存储时均加密；员工接受培训，只能看到工作所需的内容，每次查看都会为您记录。不过，无线网络无法做到绝对安全，请妥善保管密码。',
        ],
        fr: [
          'Les données sensibles voyagent et reposent chiffrées ; le personnel est formé, ne voit que ce dont il a besoin, et chaque consultation est notée pour vous. Aucun réseau sans fil n’est parfaitement sûr : gardez votre mot de passe pour vous.',
        ],
      },
    },
    {
      id: 'changes',
      heading: { en: 'When this text changes', 'zh-CN': '本政策的变更', fr: 'Quand ce texte change' },
      body: {
        en: [
          'Each version stays readable with its date. If a change matters, we show you the difference at your next sign-in and ask again. If you do not agree, you can close your account.',
        ],
        'zh-CN': [
          '每个版本连同日期都可以随时查阅。如有重大变更，我们会在您下次登录时展示差异并再次征求同意。如果不同意，您可以注销账号。',
        ],
        fr: [
          'Chaque version reste lisible avec sa date. Si un changement compte, nous vous montrons la différence à la prochaine connexion et redemandons votre accord. Si vous n’êtes pas d’accord, vous pouvez fermer votre compte.',
        ],
      },
    },
    {
      id: 'contact',
      heading: { en: 'Contact', 'zh-CN': '联系方式', fr: 'Contact' },
      body: {
        en: [
          'WE E-Charge is responsible for your data. Contact address of this portal: privacy@we-e-charge.example. You can also write to us from your requests page.',
        ],
        'zh-CN': [
          'WE E-Charge 对您的数据负责。本平台的联系邮箱：privacy@we-e-charge.example。您也可以在“我的请求”页面给我们留言。',
        ],
        fr: [
          'WE E-Charge est responsable de vos données. Adresse de contact de ce portail : privacy@we-e-charge.example. Vous pouvez aussi nous écrire depuis la page de vos demandes.',
        ],
      },
    },
  ],
}
