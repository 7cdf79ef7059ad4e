import type { ManifestInput } from '../../manifest-schema.ts'

export const releasedPolicy: ManifestInput['policies'][number] = {
  version: '1.0',
  updatedOn: '2015-02-12',
  effectiveOn: '2015-02-12',
  changeKinds: ['first'],
  summary: {
    en: 'The first version: what the app and its website collect, for which eleven purposes, and what you can decide.',
    'zh-CN': '第一版：应用和网站收集什么、用于哪十一项用途，以及您可以决定什么。',
    fr: 'La première version : ce que l’appli et le site recueillent, pour quels onze buts, et ce que vous pouvez décider.',
  },
  sections: [
    {
      id: 'what',
      heading: { en: 'What we collect', 'zh-CN': '我们收集什么', fr: 'Ce que nous recueillons' },
      body: {
        en: [
          'What you give when you open an account, and what your phone or computer tells us: system, IP address, browser and language. We may also ask for your location. Other users may give us information about you.',
        ],
        'zh-CN': [
          '您开通账号时提供的信息，以及手机或电脑告诉我们的信息：操作系统、IP 地址、浏览器和语言。我们也可能请求获取您的位置。其他用户也可能提供与您有关的信息。',
        ],
        fr: [
          'Ce que vous donnez en ouvrant un compte, et ce que votre téléphone ou ordinateur nous dit : système, adresse IP, navigateur et langue. Nous pouvons aussi demander votre position. D’autres utilisateurs peuvent nous donner des informations sur vous.',
        ],
      },
    },
    {
      id: 'why',
      heading: { en: 'Why we use it', 'zh-CN': '我们为何使用', fr: 'Pourquoi nous les utilisons' },
      body: {
        en: [
          'To provide the service, verify who you are, answer requests, detect fraud, improve, give support, run surveys, inform you about the service, measure our advertising, send important notices, and obey the law. If we tell you a more specific purpose when we ask, that one counts.',
        ],
        'zh-CN': [
          '用于提供服务、核实身份、答复请求、发现欺诈、改进服务、客户支持、满意度调查、介绍服务、衡量广告效果、发送重要通知以及遵守法律。如果我们在收集时说明了更具体的用途，以该用途为准。',
        ],
        fr: [
          'Pour fournir le service, vérifier votre identité, répondre aux demandes, repérer la fraude, améliorer, aider, mener des enquêtes, informer sur le service, mesurer notre publicité, envoyer des avis importants et respecter la loi. Si nous indiquons un but plus précis au moment de demander, c’est celui-là qui vaut.',
        ],
      },
    },
    {
      id: 'how_long',
      heading: { en: 'How long we keep it', 'zh-CN': '保存多久', fr: 'Combien de temps' },
      body: {
        en: [
          'As long as your account exists or a purpose needs it. After you close the account we may keep data for the law, to finish support, to settle disputes, or to stop fraud.',
        ],
        'zh-CN': [
          '在账号存续或用途需要期间保存。账号注销后，我们可能为遵守法律、完成客户支持、解决争议或防止欺诈而保留数据。',
        ],
        fr: [
          'Tant que votre compte existe ou qu’un but le demande. Après la fermeture, nous pouvons garder des données pour la loi, pour terminer une aide, régler un litige ou empêcher la fraude.',
        ],
      },
    },
    {
      id: 'rights',
      heading: { en: 'What you can decide', 'zh-CN': '您可以决定什么', fr: 'Ce que vous pouvez décider' },
      body: {
        en: [
          'You can check and revise most of your information in the app, and change in the settings what you share. These choices are also yours if you are not a user.',
        ],
        'zh-CN': ['您可以在应用中查看和修改大部分信息，并在设置中更改分享内容。即使您不是用户，也享有这些选择。'],
        fr: [
          'Vous pouvez vérifier et corriger la plupart de vos informations dans l’appli et changer dans les réglages ce que vous partagez. Ces choix sont aussi les vôtres si vous n’êtes pas utilisateur.',
        ],
      },
    },
    {
      id: 'minors',
      heading: { en: 'Children', 'zh-CN': '儿童', fr: 'Enfants' },
      body: {
        en: [
          'The app is not for children under 13. If we learn of such an account, we switch it off and delete its data.',
        ],
        'zh-CN': ['本应用不面向未满 13 周岁的儿童。如发现此类账号，我们会停用并删除其数据。'],
        fr: [
          'L’appli n’est pas destinée aux enfants de moins de 13 ans. Si nous découvrons un tel compte, nous le désactivons et effaçons ses données.',
        ],
      },
    },
    {
      id: 'contact',
      heading: { en: 'Contact and changes', 'zh-CN': '联系与变更', fr: 'Contact et changements' },
      body: {
        en: [
          'Use the inquiry form for questions and complaints. We tell you about changes that matter; if you do not agree, you may close your account.',
        ],
        'zh-CN': ['如有疑问或投诉，请使用咨询表单。如有重大变更，我们会通知您；如不同意，您可以注销账号。'],
        fr: [
          'Utilisez le formulaire pour vos questions et réclamations. Nous vous informons des changements importants ; si vous n’êtes pas d’accord, vous pouvez fermer votre compte.',
        ],
      },
    },
  ],
}
