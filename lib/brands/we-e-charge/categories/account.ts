import { canonicalFields } from '../../canonical-fields.ts'
import type { ManifestInput } from '../../manifest-schema.ts'

export const accountCategories: ManifestInput['categories'] = [
  {
    key: 'registration',
    name: { en: 'Registration', 'zh-CN': '注册信息', fr: 'Inscription' },
    description: {
      en: 'What you gave to open the account. The password itself is never kept, only a check value of it.',
      'zh-CN': '您开通账号时提供的信息。我们从不保存密码本身，只保存其校验值。',
      fr: 'Ce que vous avez donné pour ouvrir le compte. Le mot de passe lui-même n’est jamais gardé, seulement une empreinte.',
    },
    shape: 'registration',
    fields: [
      {
        key: 'account_name',
        label: { en: 'Account name', 'zh-CN': '账号名', fr: 'Nom de compte' },
        type: 'text',
        required: true,
      },
      { key: 'email', label: { en: 'E-mail', 'zh-CN': '电子邮箱', fr: 'E-mail' }, type: 'text' },
      {
        key: 'registered_at',
        label: { en: 'Registered on', 'zh-CN': '注册时间', fr: 'Inscrit le' },
        type: 'datetime',
        required: true,
      },
      {
        key: 'entry_app',
        label: { en: 'App you came through', 'zh-CN': '您首次使用的应用', fr: 'Appli par laquelle vous êtes venu' },
        type: 'text',
      },
    ],
    purposes: ['account', 'news'],
    legalBasis: 'contract',
    source: 'person',
    retention: {
      rule: 'account',
      reason: {
        en: 'Kept as long as you have an account, because you sign in with it.',
        'zh-CN': '在账号存续期间保存，因为登录需要用到。',
        fr: 'Conservé tant que vous avez un compte, car il sert à vous connecter.',
      },
    },
    intake: false,
    deletable: false,
  },
  {
    key: 'profile',
    name: { en: 'Profile', 'zh-CN': '个人资料', fr: 'Profil' },
    description: {
      en: 'What you chose to tell us about yourself. All of it is optional.',
      'zh-CN': '您选择告诉我们的个人信息，全部可以不填。',
      fr: 'Ce que vous avez choisi de nous dire de vous. Tout est facultatif.',
    },
    shape: 'profile',
    fields: [
      { key: 'nickname', label: { en: 'Nickname', 'zh-CN': '昵称', fr: 'Pseudonyme' }, type: 'text', maxLength: 60 },
      {
        key: 'car_model',
        label: { en: 'Your car', 'zh-CN': '您的车型', fr: 'Votre voiture' },
        type: 'text',
        maxLength: 80,
      },
      { key: 'country', label: { en: 'Country', 'zh-CN': '国家或地区', fr: 'Pays' }, type: 'text', maxLength: 2 },
    ],
    purposes: ['account'],
    legalBasis: 'contract',
    source: 'person',
    retention: {
      rule: 'account',
      reason: {
        en: 'Kept until you empty it or close the account.',
        'zh-CN': '保存到您清空或注销账号为止。',
        fr: 'Conservé jusqu’à ce que vous le vidiez ou fermiez le compte.',
      },
    },
    intake: false,
    deletable: true,
  },
  {
    key: 'sign_in_log',
    name: { en: 'Sign-ins', 'zh-CN': '登录记录', fr: 'Connexions' },
    description: {
      en: 'When and from where your account was opened, so that you can notice a stranger.',
      'zh-CN': '您的账号在何时何地登录，便于您发现异常。',
      fr: 'Quand et d’où votre compte a été ouvert, pour repérer un inconnu.',
    },
    shape: 'sign_in_log',
    fields: canonicalFields.signInLog,
    purposes: ['account'],
    legalBasis: 'safe_operation',
    source: 'portal',
    retention: {
      rule: 'days',
      days: 180,
      reason: {
        en: 'Half a year is enough to find out how a stranger got in.',
        'zh-CN': '半年时间足以查明他人如何登录。',
        fr: 'Six mois suffisent pour comprendre comment un inconnu est entré.',
      },
    },
    intake: false,
    deletable: false,
  },
  {
    key: 'consents',
    name: { en: 'Your choices', 'zh-CN': '您的选择', fr: 'Vos choix' },
    description: {
      en: 'Each yes and no you gave us, with the notice you saw and the time.',
      'zh-CN': '您每次同意或拒绝的记录，以及当时看到的说明和时间。',
      fr: 'Chaque oui et chaque non, avec l’information affichée et la date.',
    },
    shape: 'consent',
    fields: canonicalFields.consents,
    purposes: ['legal_duty'],
    legalBasis: 'legal_obligation',
    source: 'person',
    retention: {
      rule: 'after_closing',
      days: 1095,
      end: 'erase',
      keptGround: 'law',
      reason: {
        en: 'We must be able to prove what you agreed to, for three years after the account is closed.',
        'zh-CN': '账号注销后三年内，我们必须能够证明您同意过什么。',
        fr: 'Nous devons pouvoir prouver vos accords pendant trois ans après la fermeture du compte.',
      },
    },
    intake: false,
    deletable: false,
  },
  {
    key: 'requests',
    name: { en: 'Your requests', 'zh-CN': '您的请求', fr: 'Vos demandes' },
    description: {
      en: 'What you asked us and what we answered.',
      'zh-CN': '您向我们提出的请求以及我们的答复。',
      fr: 'Ce que vous nous avez demandé et ce que nous avons répondu.',
    },
    shape: 'request',
    fields: canonicalFields.requests,
    purposes: ['legal_duty'],
    legalBasis: 'legal_obligation',
    source: 'person',
    retention: {
      rule: 'after_closing',
      days: 365,
      keptGround: 'support',
      reason: {
        en: 'Kept one year after the account is closed, so that an open question can be finished.',
        'zh-CN': '账号注销后保存一年，以便处理完未了结的问题。',
        fr: 'Conservé un an après la fermeture du compte, pour terminer une question ouverte.',
      },
    },
    intake: false,
    deletable: false,
  },
]
