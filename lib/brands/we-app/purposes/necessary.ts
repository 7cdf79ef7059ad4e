import type { ManifestInput } from '../../manifest-schema.ts'

export const necessaryPurposes: ManifestInput['purposes'] = [
  {
    key: 'provide_service',
    name: { en: 'Provide the service', 'zh-CN': '提供服务', fr: 'Fournir le service' },
    description: {
      en: 'Run your account and your hub, carry what you send to other people, and bill what you use.',
      'zh-CN': '运行您的账号和中枢，传送您发给他人的内容，并为您的使用计费。',
      fr: 'Faire fonctionner votre compte et votre hub, transmettre ce que vous envoyez aux autres, et facturer ce que vous utilisez.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without this there is no service.',
      'zh-CN': '没有这项，就无法提供服务。',
      fr: 'Sans cela, il n’y a pas de service.',
    },
  },
  {
    key: 'verify_identity',
    name: { en: 'Make sure it is you', 'zh-CN': '核实身份', fr: 'Vérifier que c’est vous' },
    description: {
      en: 'Check your e-mail address and your password before anyone sees your account.',
      'zh-CN': '在任何人查看您的账号之前，核对邮箱和密码。',
      fr: 'Vérifier votre e-mail et votre mot de passe avant que quiconque voie votre compte.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without this, strangers could open your account.',
      'zh-CN': '没有这项，陌生人可能进入您的账号。',
      fr: 'Sans cela, des inconnus pourraient ouvrir votre compte.',
    },
  },
  {
    key: 'answer_requests',
    name: { en: 'Answer your requests', 'zh-CN': '答复请求', fr: 'Répondre à vos demandes' },
    description: {
      en: 'Do what you ask for when you use a function of the app.',
      'zh-CN': '在您使用应用功能时，完成您要求的事项。',
      fr: 'Faire ce que vous demandez lorsque vous utilisez une fonction de l’appli.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without this your requests would stay unanswered.',
      'zh-CN': '没有这项，您的请求将得不到答复。',
      fr: 'Sans cela, vos demandes resteraient sans réponse.',
    },
  },
  {
    key: 'detect_fraud',
    name: { en: 'Detect fraud and abuse', 'zh-CN': '发现欺诈和滥用', fr: 'Repérer la fraude et les abus' },
    description: {
      en: 'Notice when someone uses the service without permission or against its rules, and stop it.',
      'zh-CN': '发现并阻止未经许可或违反规则的使用行为。',
      fr: 'Remarquer quand quelqu’un utilise le service sans permission ou contre les règles, et l’arrêter.',
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
    key: 'support',
    name: { en: 'Help you', 'zh-CN': '客户支持', fr: 'Vous aider' },
    description: {
      en: 'Look into your questions and complaints and answer them.',
      'zh-CN': '处理并答复您的咨询和投诉。',
      fr: 'Étudier vos questions et réclamations et y répondre.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without this we could not help when something goes wrong.',
      'zh-CN': '没有这项，出现问题时我们无法帮助您。',
      fr: 'Sans cela, nous ne pourrions pas vous aider en cas de problème.',
    },
  },
  {
    key: 'important_notices',
    name: { en: 'Important notices', 'zh-CN': '重要通知', fr: 'Avis importants' },
    description: {
      en: 'Tell you what you must know about the service: changes, outages, safety of your account.',
      'zh-CN': '告知您必须了解的事项：服务变更、故障、账号安全。',
      fr: 'Vous dire ce que vous devez savoir : changements, pannes, sécurité de votre compte.',
    },
    kind: 'necessary',
    legalBasis: 'contract',
    consequence: {
      en: 'Without this you would not learn of a danger to your account or of a change that concerns you.',
      'zh-CN': '没有这项，您将无法得知账号风险或与您有关的变更。',
      fr: 'Sans cela, vous n’apprendriez ni un danger pour votre compte ni un changement qui vous concerne.',
    },
  },
  {
    key: 'legal_duty',
    name: { en: 'What the law asks of us', 'zh-CN': '法律义务', fr: 'Nos obligations légales' },
    description: {
      en: 'Keep what laws make us keep, and prove what you agreed to.',
      'zh-CN': '保存法律要求保存的内容，并能证明您同意过什么。',
      fr: 'Garder ce que la loi nous impose de garder et prouver vos accords.',
    },
    kind: 'necessary',
    legalBasis: 'legal_obligation',
    consequence: {
      en: 'We are not free to stop this: the law asks for it.',
      'zh-CN': '这是法律要求，我们不能停止。',
      fr: 'Nous ne pouvons pas y renoncer : la loi l’impose.',
    },
  },
]
