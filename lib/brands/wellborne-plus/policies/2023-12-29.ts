import type { ManifestInput } from '../../manifest-schema.ts'

export const firstPolicy: ManifestInput['policies'][number] = {
  version: '1.0',
  updatedOn: '2023-12-29',
  effectiveOn: '2023-12-29',
  changeKinds: ['first'],
  summary: {
    en: 'The first policy of Wellborne Plus.',
    'zh-CN': 'Wellborne Plus 的首版隐私政策。',
    fr: 'La première politique de Wellborne Plus.',
  },
  sections: [
    {
      id: 'what',
      heading: { en: 'What we collect', 'zh-CN': '我们收集什么', fr: 'Ce que nous recueillons' },
      body: {
        en: [
          'You sign up with an e-mail address, which we check with a code. You may add a picture, a nickname and a password; charging needs none of them.',
          'When you use the service, we log your IP address, the version of your operating system, and date and time of access.',
        ],
        'zh-CN': [
          '您使用邮箱注册，我们通过验证码核实。您可以补充头像、昵称和密码；充电不需要这些信息。',
          '您使用服务时，我们记录您的 IP 地址、操作系统版本以及访问日期和时间。',
        ],
        fr: [
          'Vous vous inscrivez avec une adresse e-mail, que nous vérifions par un code. Vous pouvez ajouter une image, un pseudonyme et un mot de passe ; la recharge n’en a pas besoin.',
          'Quand vous utilisez le service, nous notons votre adresse IP, la version du système, la date et l’heure d’accès.',
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
          'The camera, to scan a charger and to take a profile photo. The storage, to pick a picture for either. You choose.',
        ],
        'zh-CN': ['相机：扫码添加充电桩、拍摄头像。存储：为上述两项选择图片。由您决定是否授权。'],
        fr: [
          'L’appareil photo, pour scanner une borne et prendre une photo de profil. Le stockage, pour choisir une image dans les deux cas. Vous décidez.',
        ],
      },
    },
    {
      id: 'sharing',
      heading: { en: 'Who else receives data', 'zh-CN': '我们与谁共享', fr: 'Qui d’autre reçoit des données' },
      body: {
        en: [
          'Nobody, unless you agree, a law demands it, an affiliated company needs it for these same purposes, or an authorised partner bound to secrecy does.',
        ],
        'zh-CN': ['仅在以下情形共享：您同意；法律要求；关联公司为相同目的所需；受保密约束的授权合作伙伴所需。'],
        fr: [
          'Personne, sauf si vous êtes d’accord, si une loi l’exige, si une société liée en a besoin dans les mêmes buts, ou un partenaire autorisé tenu au secret.',
        ],
      },
    },
    {
      id: 'cookies',
      heading: { en: 'Cookies and tracking', 'zh-CN': 'Cookie 与追踪', fr: 'Cookies et suivi' },
      body: {
        en: [
          'Cookies serve only the purposes named here; you can clear them. Our mails may contain marked links and pixels; leave the list to stop that. We respect Do Not Track.',
        ],
        'zh-CN': [
          'Cookie 仅用于此处说明的目的，您可以清除。邮件可能含带标记的链接和像素，退订即可停止。我们尊重“请勿追踪”设置。',
        ],
        fr: [
          'Les cookies ne servent qu’aux buts nommés ici ; vous pouvez les effacer. Nos messages peuvent contenir des liens marqués et des pixels ; quittez la liste pour l’éviter. Nous respectons « Ne pas me pister ».',
        ],
      },
    },
    {
      id: 'rights',
      heading: { en: 'Your rights', 'zh-CN': '您的权利', fr: 'Vos droits' },
      body: {
        en: [
          'You can see, correct and delete your data, change your consent, and cancel the account under Menu, Account management, Cancel. We answer within 30 days after we know who is asking.',
        ],
        'zh-CN': [
          '您可以查阅、更正、删除信息，变更授权，并在“菜单 - 账户管理 - 注销”中注销账户。我们在核实身份后30天内答复。',
        ],
        fr: [
          'Vous pouvez voir, corriger et effacer vos données, changer vos accords, et fermer le compte sous Menu, Gestion du compte, Fermer. Nous répondons dans les 30 jours après avoir vérifié qui demande.',
        ],
      },
    },
    {
      id: 'transfer',
      heading: { en: 'Where your data is', 'zh-CN': '信息存放在哪里', fr: 'Où sont vos données' },
      body: {
        en: [
          'Data collected in mainland China stays there. It leaves only with your consent or with identity removed.',
        ],
        'zh-CN': ['在中国大陆收集的信息存储在中国大陆。仅在您同意或去标识化后才会出境。'],
        fr: [
          'Les données recueillies en Chine continentale y restent. Elles n’en sortent qu’avec votre accord ou sans identité.',
        ],
      },
    },
    {
      id: 'contact',
      heading: { en: 'Contact', 'zh-CN': '联系我们', fr: 'Contact' },
      body: {
        en: ['Wellbore SAS, contact@wellborne.fr. We usually answer within thirty days.'],
        'zh-CN': ['Wellbore SAS，contact@wellborne.fr。我们通常在三十天内答复。'],
        fr: ['Wellbore SAS, contact@wellborne.fr. Nous répondons en général sous trente jours.'],
      },
    },
  ],
}
