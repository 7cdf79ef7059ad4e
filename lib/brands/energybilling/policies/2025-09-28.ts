import type { ManifestInput } from '../../manifest-schema.ts'

export const firstPolicy: ManifestInput['policies'][number] = {
  version: '1.0',
  updatedOn: '2025-09-28',
  effectiveOn: '2025-09-28',
  changeKinds: ['first'],
  summary: {
    en: 'The first policy of EnergyBilling.',
    'zh-CN': 'EnergyBilling 的首版隐私政策。',
    fr: 'La première politique d’EnergyBilling.',
  },
  sections: [
    {
      id: 'what',
      heading: { en: 'What we collect', 'zh-CN': '我们收集什么', fr: 'Ce que nous recueillons' },
      body: {
        en: [
          'You need a mobile number that is yours. We check it with a code. You cannot change it alone later; write or call us.',
          'For security and statistics the app reads identifiers of your phone and SIM card (IMEI, Android ID, IDFA, IMSI, OAID, MAC address), the list of software, start-up data and error logs.',
        ],
        'zh-CN': [
          '您需要提供本人有效的手机号码，我们会用验证码核实。之后您无法自行更改，如需更改请来信或来电。',
          '为安全和统计，应用会读取您的手机和 SIM 卡标识（IMEI、Android ID、IDFA、IMSI、OAID、MAC 地址）、软件列表、启动数据和错误日志。',
        ],
        fr: [
          'Il vous faut un numéro de mobile à vous. Nous le vérifions par un code. Vous ne pouvez pas le changer seul ensuite ; écrivez-nous ou appelez-nous.',
          'Pour la sécurité et les statistiques, l’application lit des identifiants du téléphone et de la carte SIM (IMEI, Android ID, IDFA, IMSI, OAID, adresse MAC), la liste des logiciels, les données de démarrage et les journaux d’erreurs.',
        ],
      },
    },
    {
      id: 'why',
      heading: { en: 'What for', 'zh-CN': '用于什么', fr: 'Pour quoi faire' },
      body: {
        en: [
          'To let you pay for water, electricity and gas, to show what your equipment uses, and to keep accounts and payments safe.',
        ],
        'zh-CN': ['供您缴纳水、电、燃气费用，查询设备用量，并保障账户与支付安全。'],
        fr: [
          'Pour vous laisser payer l’eau, l’électricité et le gaz, montrer ce que consomment vos équipements, et protéger comptes et paiements.',
        ],
      },
    },
    {
      id: 'sharing',
      heading: { en: 'Who else receives data', 'zh-CN': '我们与谁共享', fr: 'Qui d’autre reçoit des données' },
      body: {
        en: [
          'Seventeen software kits (SDKs) of other companies are built into the app: six basic modules, two that recognise a phone, six for push messages, three for payment. If one is added, we tell you and ask you.',
        ],
        'zh-CN': [
          '应用内含十七个第三方软件开发包（SDK）：六个基础模块、两个设备识别、六个消息推送、三个支付。如有新增，我们会告知您并征得同意。',
        ],
        fr: [
          'Dix-sept modules logiciels (SDK) d’autres sociétés sont intégrés : six modules de base, deux qui reconnaissent un téléphone, six pour les notifications, trois pour le paiement. Si l’un s’ajoute, nous vous le disons et vous demandons.',
        ],
      },
    },
    {
      id: 'retention',
      heading: { en: 'Where and how long', 'zh-CN': '保存地点与期限', fr: 'Où et combien de temps' },
      body: {
        en: [
          'Your data stays in mainland China. Records of payments are kept for at least three years after the payment is complete; everything else only as long as it is needed.',
        ],
        'zh-CN': ['您的信息保存在中国大陆。交易记录自交易完成之日起保存不少于三年，其他信息仅在必要期限内保存。'],
        fr: [
          'Vos données restent en Chine continentale. Les traces de paiement sont gardées au moins trois ans après la fin du paiement ; le reste, seulement le temps nécessaire.',
        ],
      },
    },
    {
      id: 'rights',
      heading: { en: 'Your rights', 'zh-CN': '您的权利', fr: 'Vos droits' },
      body: {
        en: [
          'You can see and correct your data, have it deleted, close your account and change your choices. We answer within 15 days.',
        ],
        'zh-CN': ['您可以查阅、更正、删除信息，注销账户，变更授权。我们在15天内答复。'],
        fr: [
          'Vous pouvez voir et corriger vos données, les faire effacer, fermer votre compte et changer vos choix. Nous répondons sous 15 jours.',
        ],
      },
    },
    {
      id: 'minors',
      heading: { en: 'Children', 'zh-CN': '儿童', fr: 'Enfants' },
      body: {
        en: ['Children under 14 need the consent of a parent or guardian.'],
        'zh-CN': ['未满14周岁的儿童须经父母或监护人同意。'],
        fr: ['Un enfant de moins de 14 ans a besoin de l’accord d’un parent ou tuteur.'],
      },
    },
    {
      id: 'contact',
      heading: { en: 'Contact', 'zh-CN': '联系我们', fr: 'Contact' },
      body: {
        en: ['Henan Compere Smart Technology Co., Ltd. Hotline 400-0371-828, e-mail service@compere-power.com.'],
        'zh-CN': ['Henan Compere Smart Technology Co., Ltd.。客服热线 400-0371-828，邮箱 service@compere-power.com。'],
        fr: ['Henan Compere Smart Technology Co., Ltd. Téléphone 400-0371-828, e-mail service@compere-power.com.'],
      },
    },
  ],
}
