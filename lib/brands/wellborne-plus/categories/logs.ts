import type { ManifestInput } from '../../manifest-schema.ts'
import { forDays } from './retention.ts'

const oneYear = forDays(365, {
  en: 'A year is enough to find a fault that comes back.',
  'zh-CN': '一年足以查找反复出现的故障。',
  fr: 'Un an suffit pour trouver une panne qui revient.',
})

export const logs: ManifestInput['categories'] = [
  {
    key: 'access_log',
    name: { en: 'Log of access', 'zh-CN': '访问日志', fr: 'Journal d’accès' },
    description: {
      en: 'When you used the service, from which IP address and with which version of the operating system.',
      'zh-CN': '您使用服务的日期和时间、IP 地址以及操作系统版本。',
      fr: 'Quand vous avez utilisé le service, depuis quelle adresse IP et avec quelle version du système.',
    },
    shape: 'record',
    fields: [
      {
        key: 'accessed_at',
        label: { en: 'Date and time', 'zh-CN': '访问日期和时间', fr: 'Date et heure' },
        type: 'datetime',
        required: true,
      },
      {
        key: 'ip_address',
        label: { en: 'IP address', 'zh-CN': 'IP 地址', fr: 'Adresse IP' },
        type: 'ip',
        required: true,
      },
      {
        key: 'os_version',
        label: { en: 'System version', 'zh-CN': '操作系统版本', fr: 'Version du système' },
        type: 'text',
        maxLength: 64,
      },
      {
        key: 'action',
        label: { en: 'What was used', 'zh-CN': '使用的功能', fr: 'Ce qui a été utilisé' },
        type: 'text',
        maxLength: 120,
      },
    ],
    purposes: ['security'],
    legalBasis: 'safe_operation',
    source: 'phone_app',
    retention: oneYear,
    intake: true,
    deletable: true,
  },
  {
    key: 'mail_activity',
    name: { en: 'Opened mails', 'zh-CN': '邮件互动记录', fr: 'Messages ouverts' },
    description: {
      en: 'Which of our mails you opened and which links you followed. Nothing is stored while you refuse it.',
      'zh-CN': '您打开过的邮件和点击过的链接。您未同意时不会保存任何记录。',
      fr: 'Nos messages que vous avez ouverts et les liens suivis. Rien n’est enregistré tant que vous refusez.',
    },
    shape: 'record',
    fields: [
      {
        key: 'mail_subject',
        label: { en: 'Mail', 'zh-CN': '邮件', fr: 'Message' },
        type: 'text',
        required: true,
      },
      {
        key: 'event',
        label: { en: 'Event', 'zh-CN': '行为', fr: 'Événement' },
        type: 'enum',
        values: ['opened', 'clicked'],
        required: true,
      },
      {
        key: 'occurred_at',
        label: { en: 'Time', 'zh-CN': '时间', fr: 'Heure' },
        type: 'datetime',
        required: true,
      },
    ],
    purposes: ['mail_tracking'],
    legalBasis: 'consent',
    source: 'website',
    retention: forDays(90, {
      en: 'Three months show whether a mail was of use.',
      'zh-CN': '三个月足以判断邮件是否有用。',
      fr: 'Trois mois montrent si un message a été utile.',
    }),
    needsConsent: 'mail_tracking',
    intake: true,
    deletable: true,
  },
  {
    key: 'website_visits',
    name: { en: 'Visits of the website', 'zh-CN': '网站访问统计', fr: 'Visites du site' },
    description: {
      en: 'Which pages were read in your browser. Nothing is stored while you refuse it.',
      'zh-CN': '您的浏览器访问过的页面。您未同意时不会保存任何记录。',
      fr: 'Les pages lues dans votre navigateur. Rien n’est enregistré tant que vous refusez.',
    },
    shape: 'record',
    fields: [
      { key: 'page', label: { en: 'Page', 'zh-CN': '页面', fr: 'Page' }, type: 'text', required: true },
      {
        key: 'visited_at',
        label: { en: 'Time', 'zh-CN': '时间', fr: 'Heure' },
        type: 'datetime',
        required: true,
      },
    ],
    purposes: ['website_statistics'],
    legalBasis: 'consent',
    source: 'website',
    retention: forDays(30, {
      en: 'Counted within a month, then no longer needed.',
      'zh-CN': '一个月内完成统计，之后不再需要。',
      fr: 'Comptées en un mois, puis inutiles.',
    }),
    needsConsent: 'website_statistics',
    intake: true,
    deletable: true,
  },
]
