import type { ManifestInput } from '../../../manifest-schema.ts'

type Sections = ManifestInput['policies'][number]['sections']

/** What the person can do, children, changes and contact. */
export const rights: Sections = [
  {
    id: 'rights',
    heading: { en: 'Your rights', 'zh-CN': '您的权利', fr: 'Vos droits' },
    body: {
      en: [
        'In this portal you can see and correct your data, take it along, delete what may be deleted, change each choice and close your account. You have 7 days to change your mind about closing.',
        'You may ask for deletion if we broke the law or our agreement, if you no longer use the service, if we no longer offer it, or if it concerns a child. We answer requests within 15 days. Withdrawing a consent does not undo what was done before.',
        'We may refuse for six reasons only:\n- national security or defence\n- public safety, public health or a major public interest\n- criminal investigation, trial or execution of a judgment\n- good evidence of malice or abuse\n- serious harm to you or others\n- trade secrets',
      ],
      'zh-CN': [
        '您可在本门户查阅、更正、导出信息，删除可删除的内容，变更每项授权，以及注销账户。注销有7天反悔期。',
        '如我们违反法律或约定、您不再使用服务、我们不再提供服务，或涉及儿童信息，您可要求删除。我们在15天内答复。撤回同意不影响此前的处理。',
        '我们仅可因以下六种情形拒绝：\n- 与国家安全、国防安全直接相关\n- 与公共安全、公共卫生、重大公共利益直接相关\n- 与犯罪侦查、起诉、审判和判决执行直接相关\n- 有充分证据表明存在主观恶意或滥用权利\n- 会使您或他人的合法权益受到严重损害\n- 涉及商业秘密',
      ],
      fr: [
        'Dans ce portail, vous pouvez voir et corriger vos données, les emporter, effacer ce qui peut l’être, changer chaque choix et fermer votre compte. Vous avez 7 jours pour revenir sur la fermeture.',
        'Vous pouvez demander l’effacement si nous avons enfreint la loi ou notre accord, si vous n’utilisez plus le service, si nous ne l’offrons plus, ou s’il s’agit d’un enfant. Nous répondons sous 15 jours. Retirer un accord n’annule pas ce qui a été fait avant.',
        'Nous ne pouvons refuser que pour six raisons :\n- sécurité nationale ou défense\n- sécurité ou santé publiques, intérêt public majeur\n- enquête pénale, procès ou exécution d’un jugement\n- preuves solides de malveillance ou d’abus\n- tort grave à vous ou à d’autres\n- secrets d’affaires',
      ],
    },
  },
  {
    id: 'minors',
    heading: { en: 'Children', 'zh-CN': '儿童', fr: 'Enfants' },
    body: {
      en: [
        'The service is meant for adults. A child under 14 needs the consent of a parent or guardian, whom we ask by e-mail. If we find data of a child without it, or you tell us of it, we delete that data, except what the law makes us keep.',
      ],
      'zh-CN': [
        '本服务主要面向成年人。未满14周岁的儿童须经父母或监护人同意，我们通过邮件征询。如发现或经您告知未获同意的儿童信息，我们会予以删除，法律要求保留的除外。',
      ],
      fr: [
        'Le service s’adresse aux adultes. Un enfant de moins de 14 ans a besoin de l’accord d’un parent ou tuteur, que nous demandons par e-mail. Si nous trouvons des données d’enfant sans cet accord, ou si vous nous les signalez, nous les effaçons, sauf ce que la loi nous fait garder.',
      ],
    },
  },
  {
    id: 'others',
    heading: { en: 'Other companies’ services', 'zh-CN': '第三方服务', fr: 'Services d’autres sociétés' },
    body: {
      en: ['This policy covers what we do. On the page of a partner, its own policy holds; please read it there.'],
      'zh-CN': ['本政策仅适用于我们的处理活动。进入合作伙伴页面后适用其自身政策，请在其页面查阅。'],
      fr: [
        'Cette politique couvre ce que nous faisons. Sur la page d’un partenaire, c’est la sienne qui vaut ; lisez-la sur place.',
      ],
    },
  },
  {
    id: 'changes',
    heading: { en: 'Changes', 'zh-CN': '政策变更', fr: 'Changements' },
    body: {
      en: [
        'Each version shows when it was updated and from which day it holds. A coming version is announced here beforehand. Older versions stay readable, with the differences. After a material change we ask you again.',
      ],
      'zh-CN': [
        '每个版本均标明更新时间和生效日期。新版本会在生效前在此公告。旧版本及其差异可随时查阅。重大变更后我们会再次征询您的同意。',
      ],
      fr: [
        'Chaque version dit quand elle a été mise à jour et à partir de quel jour elle vaut. Une version à venir est annoncée ici à l’avance. Les anciennes restent lisibles, avec les différences. Après un changement important, nous vous redemandons.',
      ],
    },
  },
  {
    id: 'contact',
    heading: { en: 'Contact and complaints', 'zh-CN': '联系与投诉', fr: 'Contact et réclamations' },
    body: {
      en: [
        'Henan Compere Smart Technology Co., Ltd., Unit 1, Building 38, Liandong U Valley, No. 352 Lianhua Street, High-tech Industrial Development Zone, Zhengzhou City, Henan Province (450066). Hotline 400-0371-828, e-mail service@compere-power.com.',
        'If our answer does not satisfy you, you may complain to the authority named at the foot of each page.',
      ],
      'zh-CN': [
        'Henan Compere Smart Technology Co., Ltd.，河南省郑州市高新技术产业开发区莲花街352号联东U谷38号楼1单元（450066）。客服热线 400-0371-828，邮箱 service@compere-power.com。',
        '如对答复不满意，您可向每页底部所列的主管部门投诉。',
      ],
      fr: [
        'Henan Compere Smart Technology Co., Ltd., unité 1, bâtiment 38, Liandong U Valley, 352 rue Lianhua, zone de développement industriel de haute technologie, Zhengzhou, province du Henan (450066). Téléphone 400-0371-828, e-mail service@compere-power.com.',
        'Si notre réponse ne vous convient pas, vous pouvez saisir l’autorité nommée au bas de chaque page.',
      ],
    },
  },
]
