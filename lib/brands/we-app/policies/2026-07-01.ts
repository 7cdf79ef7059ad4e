import type { ManifestInput } from '../../manifest-schema.ts'

export const portalPolicy: ManifestInput['policies'][number] = {
  version: '2.0',
  updatedOn: '2026-05-29',
  effectiveOn: '2026-07-01',
  changeKinds: ['service_model', 'recipients', 'rights'],
  summary: {
    en: 'Five purposes now wait for your yes: improvement, surveys, tips, advertising and location. Every kind of data has a fixed time limit. You can contest what others said about you, and pay by card or PayPal in this portal.',
    'zh-CN':
      '现在有五项用途需要您同意：改进服务、调查、使用提示、广告衡量和位置。每类数据都有固定的保存期限。您可以对他人提供的信息提出异议，并可在本平台用银行卡或 PayPal 付款。',
    fr: 'Cinq buts attendent désormais votre oui : amélioration, enquêtes, conseils, publicité et position. Chaque type de données a une durée fixe. Vous pouvez contester ce que d’autres ont dit de vous et payer par carte ou PayPal dans ce portail.',
  },
  sections: [
    {
      id: 'what',
      heading: { en: 'What we collect', 'zh-CN': '我们收集什么', fr: 'Ce que nous recueillons' },
      body: {
        en: [
          'From you: your e-mail address and date of birth to open the account; a nickname, a few words about you and your country if you like.',
          'While you use the app or the website:\n- system, browser and language of your device\n- each access with its IP address\n- each sign-in with time, IP address and client\n- the hubs and phones you add, and how many messages your hub carries (never what they say)\n- your bills and payments, but never a card number\n- your choices and your requests',
          'From other users: what they tell us about you, for example in their contact list. You see it, without their name, and can contest it. Only if you agree: your location. We collect nothing that is not in this list; our systems refuse it.',
        ],
        'zh-CN': [
          '由您提供：开通账号所需的邮箱和出生日期；您愿意填写的昵称、个人简介和国家或地区。',
          '在您使用应用或网站时：\n- 设备的操作系统、浏览器和语言\n- 每次访问及其 IP 地址\n- 每次登录的时间、IP 地址和客户端\n- 您添加的中枢和手机，以及中枢传送的消息数量（绝不包含内容）\n- 您的账单和付款，但绝不保存卡号\n- 您的选择和请求',
          '由其他用户提供：例如其通讯录中与您有关的信息。您可以看到内容（不显示对方姓名），并提出异议。仅在您同意后：您的位置。清单以外的信息我们一律不收集，系统会拒收。',
        ],
        fr: [
          'De vous : votre e-mail et votre date de naissance pour ouvrir le compte ; si vous le souhaitez, un pseudonyme, quelques mots sur vous et votre pays.',
          'Quand vous utilisez l’appli ou le site :\n- système, navigateur et langue de votre appareil\n- chaque accès avec son adresse IP\n- chaque connexion avec l’heure, l’adresse IP et le client\n- les hubs et téléphones que vous ajoutez, et le nombre de messages que votre hub transmet (jamais leur contenu)\n- vos factures et paiements, mais jamais de numéro de carte\n- vos choix et vos demandes',
          'D’autres utilisateurs : ce qu’ils nous disent de vous, par exemple dans leurs contacts. Vous le voyez, sans leur nom, et pouvez le contester. Seulement avec votre accord : votre position. Nous ne recueillons rien hors de cette liste ; nos systèmes le refusent.',
        ],
      },
    },
    {
      id: 'why',
      heading: { en: 'Why we use it', 'zh-CN': '我们为何使用', fr: 'Pourquoi nous les utilisons' },
      body: {
        en: [
          'Seven purposes belong to the service: to provide it, to make sure it is you, to answer requests, to detect fraud and abuse, to help you, to send important notices, and to obey the law.',
          'The others start only when you say yes: improving the service, surveys, tips and news, measuring our advertising, and using your location. When we ask, we show a notice for that one purpose. That notice goes before this general text.',
        ],
        'zh-CN': [
          '七项用途属于服务本身：提供服务、核实身份、答复请求、发现欺诈和滥用、客户支持、发送重要通知、遵守法律。',
          '其余用途只有在您同意后才会开始：改进服务、调查、提示与资讯、衡量广告效果、使用位置。征求同意时，我们会显示针对该用途的说明，该说明优先于本文的一般规定。',
        ],
        fr: [
          'Sept buts font partie du service : le fournir, vérifier que c’est vous, répondre aux demandes, repérer la fraude et les abus, vous aider, envoyer les avis importants, respecter la loi.',
          'Les autres ne commencent qu’avec votre oui : améliorer le service, enquêtes, conseils et nouvelles, mesure de notre publicité, usage de votre position. Au moment de demander, nous montrons une information propre à ce but. Elle passe avant ce texte général.',
        ],
      },
    },
    {
      id: 'who',
      heading: { en: 'Who else receives it', 'zh-CN': '还有谁会收到', fr: 'Qui d’autre les reçoit' },
      body: {
        en: [
          'Stripe or PayPal when you pay with them; the companies that deliver our mail and run our machines; courts and authorities when the law makes us. With your consent only: our partners for statistics, surveys and advertising. Each has a switch. When you turn it off, we stop at once and tell the partner to stop.',
        ],
        'zh-CN': [
          '当您使用 Stripe 或 PayPal 付款时的相应机构；为我们投递邮件和提供服务器的公司；法律要求时的法院和主管机关。仅在您同意后：统计、调查和广告合作方。每一方都有单独开关；关闭后我们立即停止，并通知对方停止。',
        ],
        fr: [
          'Stripe ou PayPal si vous payez avec eux ; les entreprises qui acheminent nos e-mails et exploitent nos machines ; tribunaux et autorités si la loi nous y oblige. Seulement avec votre accord : nos partenaires de statistiques, d’enquêtes et de publicité. Chacun a son interrupteur. Si vous le coupez, nous arrêtons aussitôt et disons au partenaire d’arrêter.',
        ],
      },
    },
    {
      id: 'how_long',
      heading: { en: 'How long we keep it', 'zh-CN': '保存多久', fr: 'Combien de temps' },
      body: {
        en: [
          'Account data stays as long as the account. Sign-ins go after 180 days, locations after 90 days; device information, access logs and what others said go after a year.',
          'After you close the account, only this stays, each with its ground: bills, payments and proof of your choices three years (law), requests one year (finishing support), sign-ins up to 180 days (fraud). A dispute may hold single records until it is settled. The rest is gone.',
        ],
        'zh-CN': [
          '账号数据在账号存续期间保存。登录记录保存 180 天，位置保存 90 天；设备信息、访问日志和他人提供的信息保存一年。',
          '账号注销后，仅保留以下内容并注明依据：账单、付款和您作出选择的证明三年（法律），请求一年（完成客户支持），登录记录最长 180 天（防欺诈）。如有争议，个别记录会保留到争议解决。其余全部删除。',
        ],
        fr: [
          'Les données du compte restent autant que le compte. Les connexions partent après 180 jours, les positions après 90 jours ; informations d’appareil, journaux d’accès et dires des autres après un an.',
          'Après la fermeture ne reste que ceci, avec son motif : factures, paiements et preuve de vos choix trois ans (loi), demandes un an (terminer l’aide), connexions jusqu’à 180 jours (fraude). Un litige peut retenir certaines données jusqu’à son règlement. Le reste est effacé.',
        ],
      },
    },
    {
      id: 'rights',
      heading: { en: 'Your rights', 'zh-CN': '您的权利', fr: 'Vos droits' },
      body: {
        en: [
          'You can see, correct, download and delete your data here, change every choice, and close your account with 14 days to change your mind. We answer requests within 30 days of knowing that it is you.',
          'If you have no account, you have the same rights: use the public form. We check by mail that it is you.',
        ],
        'zh-CN': [
          '您可以在此查看、更正、下载和删除数据，更改每项选择，并注销账号（14 天内可反悔）。确认是您本人后，我们在 30 天内答复请求。',
          '即使没有账号，您也享有同样的权利：请使用公开表单。我们会通过邮件核实是您本人。',
        ],
        fr: [
          'Vous pouvez ici voir, corriger, télécharger et effacer vos données, changer chaque choix et fermer votre compte, avec 14 jours pour changer d’avis. Nous répondons sous 30 jours après avoir vérifié que c’est vous.',
          'Sans compte, vous avez les mêmes droits : utilisez le formulaire public. Nous vérifions par e-mail que c’est bien vous.',
        ],
      },
    },
    {
      id: 'minors',
      heading: { en: 'Children', 'zh-CN': '儿童', fr: 'Enfants' },
      body: {
        en: [
          'The app is not for children under 13, and sign-up refuses them. Anyone can report a child’s account. We switch it off and delete its data promptly.',
        ],
        'zh-CN': [
          '本应用不面向未满 13 周岁的儿童，注册时会拒绝。任何人都可以举报儿童账号，我们会停用并尽快删除其数据。',
        ],
        fr: [
          'L’appli n’est pas destinée aux enfants de moins de 13 ans ; l’inscription les refuse. Chacun peut signaler un compte d’enfant. Nous le désactivons et effaçons vite ses données.',
        ],
      },
    },
    {
      id: 'changes',
      heading: { en: 'When this text changes', 'zh-CN': '本政策的变更', fr: 'Quand ce texte change' },
      body: {
        en: [
          'Each version stays readable with its date. If a change matters, we show the difference at your next sign-in and ask again. If you do not agree, you can close your account there.',
        ],
        'zh-CN': [
          '每个版本连同日期都可以随时查阅。如有重大变更，我们会在您下次登录时展示差异并再次征求同意。如不同意，您可以当场注销账号。',
        ],
        fr: [
          'Chaque version reste lisible avec sa date. Si un changement compte, nous montrons la différence à la prochaine connexion et redemandons votre accord. Sinon, vous pouvez y fermer votre compte.',
        ],
      },
    },
    {
      id: 'contact',
      heading: { en: 'Contact', 'zh-CN': '联系方式', fr: 'Contact' },
      body: {
        en: [
          'We are responsible for your data. For questions and complaints use the inquiry form, or the contact address of this portal: privacy@we-app.example. Each inquiry is followed until it is answered.',
        ],
        'zh-CN': [
          '我们对您的数据负责。如有疑问或投诉，请使用咨询表单，或写信至本平台的联系邮箱 privacy@we-app.example。每项咨询都会跟进到答复为止。',
        ],
        fr: [
          'Nous sommes responsables de vos données. Pour vos questions et réclamations, utilisez le formulaire ou l’adresse de contact de ce portail : privacy@we-app.example. Chaque demande est suivie jusqu’à sa réponse.',
        ],
      },
    },
  ],
}
