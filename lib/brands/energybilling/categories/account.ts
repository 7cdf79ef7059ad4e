import { canonicalFields } from '../../canonical-fields.ts'
import type { ManifestInput } from '../../manifest-schema.ts'
import { afterClosing, lifeOfAccount } from './retention.ts'

/** What belongs to the account itself. */
export const account: ManifestInput['categories'] = [
  {
    key: 'registration',
    name: { en: 'Registration', 'zh-CN': '注册信息', fr: 'Inscription' },
    description: {
      en: 'The mobile number you signed up with, and what we need to let you in.',
      'zh-CN': '您注册时使用的手机号码，以及登录所需的信息。',
      fr: 'Le numéro de mobile donné à l’inscription et ce qu’il faut pour vous laisser entrer.',
    },
    shape: 'registration',
    fields: [
      {
        key: 'phone',
        label: { en: 'Mobile number', 'zh-CN': '手机号码', fr: 'Numéro de mobile' },
        type: 'text',
        required: true,
        sensitive: true,
      },
      {
        key: 'email',
        label: { en: 'E-mail (optional)', 'zh-CN': '邮箱（选填）', fr: 'E-mail (facultatif)' },
        type: 'text',
        sensitive: true,
      },
      {
        key: 'birth_date',
        label: { en: 'Date of birth', 'zh-CN': '出生日期', fr: 'Date de naissance' },
        type: 'day',
        sensitive: true,
      },
      {
        key: 'guardian_email',
        label: { en: 'Guardian’s e-mail', 'zh-CN': '监护人邮箱', fr: 'E-mail du tuteur' },
        type: 'text',
        sensitive: true,
      },
      { key: 'language', label: { en: 'Language', 'zh-CN': '语言', fr: 'Langue' }, type: 'text' },
      { key: 'registered_at', label: { en: 'Signed up', 'zh-CN': '注册时间', fr: 'Inscription le' }, type: 'datetime' },
    ],
    purposes: ['account', 'security', 'child_protection'],
    legalBasis: 'contract',
    source: 'person',
    retention: lifeOfAccount,
    intake: false,
    deletable: false,
  },
  {
    key: 'profile',
    name: { en: 'Profile', 'zh-CN': '个人资料', fr: 'Profil' },
    description: {
      en: 'What you chose to add about yourself. You can change or empty it at any time.',
      'zh-CN': '您自愿补充的资料，可随时修改或清空。',
      fr: 'Ce que vous avez choisi d’ajouter sur vous. Vous pouvez le changer ou le vider à tout moment.',
    },
    shape: 'profile',
    fields: [
      { key: 'nickname', label: { en: 'Nickname', 'zh-CN': '昵称', fr: 'Pseudonyme' }, type: 'text' },
      { key: 'premises', label: { en: 'Premises', 'zh-CN': '用能地点', fr: 'Locaux' }, type: 'text' },
    ],
    purposes: ['account'],
    legalBasis: 'consent',
    source: 'person',
    retention: lifeOfAccount,
    intake: false,
    deletable: true,
  },
  {
    key: 'sign_in_log',
    name: { en: 'Sign-ins', 'zh-CN': '登录记录', fr: 'Connexions' },
    description: {
      en: 'When, from which address and with which browser or app somebody signed in.',
      'zh-CN': '登录的时间、地址以及所用的浏览器或应用。',
      fr: 'Quand, depuis quelle adresse et avec quel navigateur ou application on s’est connecté.',
    },
    shape: 'sign_in_log',
    fields: canonicalFields.signInLog,
    purposes: ['security'],
    legalBasis: 'safe_operation',
    source: 'portal',
    retention: {
      rule: 'days',
      days: 180,
      reason: {
        en: 'Half a year is enough to look into misuse.',
        'zh-CN': '半年足以调查账号被冒用的情况。',
        fr: 'Six mois suffisent pour examiner un abus.',
      },
    },
    intake: false,
    deletable: false,
  },
  {
    key: 'consents',
    name: { en: 'Choices and agreements', 'zh-CN': '授权与同意记录', fr: 'Choix et accords' },
    description: {
      en: 'What you allowed or refused, when, and under which wording.',
      'zh-CN': '您同意或拒绝了什么、何时作出、当时的文字内容。',
      fr: 'Ce que vous avez accepté ou refusé, quand et avec quel texte.',
    },
    shape: 'consent',
    fields: canonicalFields.consents,
    purposes: ['legal_records'],
    legalBasis: 'legal_obligation',
    source: 'person',
    retention: afterClosing({
      en: 'We must be able to show for three years what you agreed to.',
      'zh-CN': '我们须在三年内能够证明您同意的内容。',
      fr: 'Nous devons pouvoir montrer pendant trois ans ce que vous avez accepté.',
    }),
    intake: false,
    deletable: false,
  },
  {
    key: 'requests',
    name: { en: 'Requests', 'zh-CN': '请求记录', fr: 'Demandes' },
    description: {
      en: 'Your questions and rights requests with our answers.',
      'zh-CN': '您的咨询、权利请求以及我们的答复。',
      fr: 'Vos questions et demandes de droits, avec nos réponses.',
    },
    shape: 'request',
    fields: canonicalFields.requests,
    purposes: ['support', 'legal_records'],
    legalBasis: 'legal_obligation',
    source: 'person',
    retention: {
      ...afterClosing({
        en: 'Kept for three years in case there is a dispute about our answer.',
        'zh-CN': '保存三年，以备对我们的答复发生争议。',
        fr: 'Gardées trois ans, en cas de litige sur notre réponse.',
      }),
      keptGround: 'dispute',
      end: 'anonymise',
    },
    intake: false,
    deletable: false,
  },
]
