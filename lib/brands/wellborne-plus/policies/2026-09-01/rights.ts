import type { ManifestInput } from '../../../manifest-schema.ts'

/** What the person can do, minors, changes and contact. */
export const rights: ManifestInput['policies'][number]['sections'] = [
  {
    id: 'rights',
    heading: { en: 'Your rights', 'zh-CN': '您的权利', fr: 'Vos droits' },
    body: {
      en: [
        'In this portal you can see and correct your data, take it along and change each choice. You withdraw consent by deleting information, switching off a function, in the privacy settings, or by cancelling. What was done before stays lawful; we tell you first what is lost.',
        'You may ask for deletion if\n- we handle data against the law\n- we collected or used it without your consent\n- we handle it against our agreement\n- you no longer use our products or cancelled the account\n- we no longer offer them to you',
        'We check each deletion request and may ask who you are. What is in a backup is cleared or made anonymous as soon as the backup allows it, and is not used until then.',
        'You can cancel your account at any time: Menu, Account management, Cancel. For 14 days you can change your mind; then your data is erased or made anonymous, except what a law makes us keep.',
        'We answer within 30 days after we know who is asking, as a rule free of charge; for requests repeated beyond reason we may ask for the cost. We may refuse for eight reasons only: a duty by law; national security or defence; public safety, public health or a major public interest; criminal procedure; good evidence of malice or abuse; protection of life or property when consent is hard to obtain; serious harm to you or others; business secrets. We always tell you which.',
      ],
      'zh-CN': [
        '您可在本门户查阅、更正、导出信息，变更每项授权。您可通过删除信息、关闭功能、隐私设置或注销账户来撤回同意。此前的处理仍然合法；我们会先告知您后果。',
        '以下情形您可要求删除：\n- 我们处理信息违反法律法规\n- 未经您同意收集、使用信息\n- 处理信息违反双方约定\n- 您不再使用产品或已注销账户\n- 我们不再向您提供产品或服务',
        '我们会评估每项删除请求，并可能核实您的身份。备份中的信息会在备份可清除时删除或匿名化，在此之前不会使用。',
        '您可随时注销账户：菜单 - 账户管理 - 注销。您有14天反悔期，之后信息将被删除或匿名化，法律要求保留的除外。',
        '我们在核实身份后30天内答复，原则上免费；对超出合理限度的重复请求可收取成本费用。我们仅可因八种情形拒绝：履行法定义务；国家安全、国防安全；公共安全、公共卫生、重大公共利益；刑事程序；有充分证据表明恶意或滥用权利；为保护生命财产且难以取得同意；会使您或他人受到严重损害；商业秘密。我们会告知您具体是哪一种。',
      ],
      fr: [
        'Dans ce portail, vous pouvez voir et corriger vos données, les emporter et changer chaque choix. Vous retirez un accord en effaçant des informations, en coupant une fonction, dans les réglages de confidentialité ou en fermant le compte. Ce qui a été fait avant reste licite ; nous vous disons d’abord ce qui se perd.',
        'Vous pouvez demander l’effacement si\n- nous traitons des données contre la loi\n- nous les avons recueillies ou utilisées sans votre accord\n- nous les traitons contre notre accord\n- vous n’utilisez plus nos produits ou avez fermé le compte\n- nous ne vous les proposons plus',
        'Nous examinons chaque demande d’effacement et pouvons vérifier qui vous êtes. Ce qui est dans une sauvegarde est effacé ou rendu anonyme dès qu’elle le permet, et ne sert pas d’ici là.',
        'Vous pouvez fermer votre compte à tout moment : Menu, Gestion du compte, Fermer. Vous avez 14 jours pour changer d’avis ; ensuite vos données sont effacées ou rendues anonymes, sauf ce qu’une loi nous fait garder.',
        'Nous répondons dans les 30 jours après avoir vérifié qui demande, en principe sans frais ; pour des demandes répétées à l’excès, nous pouvons demander leur coût. Nous ne pouvons refuser que pour huit raisons : un devoir légal ; sécurité nationale ou défense ; sécurité ou santé publiques, intérêt public majeur ; procédure pénale ; preuves solides de malveillance ou d’abus ; protection de la vie ou des biens quand l’accord est difficile à obtenir ; tort grave à vous ou à d’autres ; secrets d’affaires. Nous vous disons toujours laquelle.',
      ],
    },
  },
  {
    id: 'minors',
    heading: { en: 'Minors', 'zh-CN': '未成年人', fr: 'Mineurs' },
    body: {
      en: [
        'You must be at least 16 to have an account. If we learn that somebody younger has one, we close it and delete the data.',
      ],
      'zh-CN': ['您须年满16周岁方可开户。如发现未满16周岁的用户，我们会关闭账户并删除信息。'],
      fr: [
        'Il faut avoir au moins 16 ans pour avoir un compte. Si nous apprenons qu’une personne plus jeune en a un, nous le fermons et effaçons les données.',
      ],
    },
  },
  {
    id: 'changes',
    heading: { en: 'Changes', 'zh-CN': '政策变更', fr: 'Changements' },
    body: {
      en: [
        'We do not reduce your rights without your express consent. Older versions stay readable here, with the differences.',
        'Six kinds of change are major; you get a clear notice and are asked again:\n- how the service works: purposes, kinds or use of data\n- who owns or runs the company\n- who receives data\n- your rights and how to use them\n- who is responsible, the contact, the way to complain\n- a high risk found by an assessment',
      ],
      'zh-CN': [
        '未经您明确同意，我们不会减少您的权利。旧版本及其差异可随时在此查阅。',
        '以下六类属于重大变更，我们会显著提示并再次征询：\n- 服务模式：处理目的、信息类型、使用方式\n- 所有权或组织架构\n- 共享、转让或公开披露的主要对象\n- 您的权利及其行使方式\n- 责任部门、联系方式、投诉渠道\n- 安全影响评估表明存在高风险',
      ],
      fr: [
        'Nous ne réduisons pas vos droits sans votre accord exprès. Les anciennes versions restent lisibles ici, avec les différences.',
        'Six sortes de changement sont importantes ; vous en êtes averti clairement et nous vous redemandons :\n- le service : buts, types ou usage des données\n- la propriété ou l’organisation de la société\n- ceux qui reçoivent des données\n- vos droits et la façon de les exercer\n- le service responsable, le contact, la voie de réclamation\n- un risque élevé révélé par une analyse',
      ],
    },
  },
  {
    id: 'contact',
    heading: { en: 'Contact and complaints', 'zh-CN': '联系与投诉', fr: 'Contact et réclamations' },
    body: {
      en: [
        'Wellbore SAS, contact@wellborne.fr. We usually answer within thirty days, sooner where a law says so. If our answer does not satisfy you, you may complain to the authority or go to the court at our seat.',
      ],
      'zh-CN': [
        'Wellbore SAS，contact@wellborne.fr。我们通常在三十天内答复；法律要求更短的，从其规定。如对答复不满意，您可向主管部门投诉、举报，或向我们住所地的法院起诉。',
      ],
      fr: [
        'Wellbore SAS, contact@wellborne.fr. Nous répondons en général sous trente jours, plus tôt si une loi le dit. Si notre réponse ne vous convient pas, vous pouvez saisir l’autorité ou le tribunal de notre siège.',
      ],
    },
  },
]
