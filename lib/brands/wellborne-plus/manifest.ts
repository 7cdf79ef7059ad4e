import { defineManifest } from '../define-manifest.ts'
import { portalNews } from '../portal-news.ts'
import { categories } from './categories.ts'
import { cookies } from './cookies.ts'
import { permissions } from './permissions.ts'
import { firstPolicy } from './policies/2023-12-29.ts'
import { portalPolicy } from './policies/2026-09-01.ts'
import { clearerPolicy } from './policies/2026-11-02.ts'
import { purposes } from './purposes.ts'
import { deletionGrounds, refusalReasons } from './reasons.ts'
import { recipients } from './recipients.ts'
import { tariffs } from './tariffs.ts'

export const manifest = defineManifest({
  key: 'wellborne-plus',
  name: 'Wellborne Plus',
  tagline: {
    en: 'Charge where you are, and decide what is known about it.',
    'zh-CN': '随处充电，信息由您做主。',
    fr: 'Rechargez où vous êtes, et décidez de ce qu’on en sait.',
  },
  mark: { letters: 'W+', accentLight: '#b4490f', accentDark: '#f0935a' },
  controller: {
    name: 'Wellbore SAS',
    address: {
      en: 'France. The policy names no street; please write by e-mail.',
      'zh-CN': '法国。政策未载明街道地址，请通过邮件联系。',
      fr: 'France. La politique n’indique pas de rue ; écrivez par e-mail.',
    },
    country: 'FR',
    email: 'contact@wellborne.fr',
    complaint: {
      name: {
        en: 'The data protection authority (in France the CNIL), or the court at our seat',
        'zh-CN': '个人信息保护主管部门（法国为 CNIL），或我们住所地的法院',
        fr: 'L’autorité de protection des données (en France la CNIL), ou le tribunal de notre siège',
      },
      url: 'https://www.cnil.fr/',
    },
  },
  signIn: {
    identifiers: [{ kind: 'email', required: true, verified: true, changedBy: 'person' }],
    anyOf: false,
    proof: 'code',
  },
  minimumAge: 16,
  answerDays: 30,
  graceDays: 14,
  locales: ['en', 'zh-CN', 'fr'],
  defaultLocale: 'en',
  currencies: ['CNY'],
  zone: 'Asia/Shanghai',
  storage: {
    region: 'CN',
    place: { en: 'In mainland China', 'zh-CN': '中国大陆境内', fr: 'En Chine continentale' },
    transfersAbroad: 'consent',
    transferPurpose: 'transfer_abroad',
  },
  profileFields: [
    {
      key: 'nickname',
      label: { en: 'Nickname', 'zh-CN': '昵称', fr: 'Pseudonyme' },
      kind: 'text',
      required: false,
      sensitive: false,
      maxLength: 60,
    },
    {
      key: 'avatar',
      label: { en: 'Picture', 'zh-CN': '头像', fr: 'Image' },
      kind: 'image',
      required: false,
      sensitive: false,
      maxLength: 200,
    },
    {
      key: 'country',
      label: { en: 'Country', 'zh-CN': '国家或地区', fr: 'Pays' },
      kind: 'country',
      required: false,
      sensitive: false,
      maxLength: 2,
    },
  ],
  deviceKinds: [
    { key: 'charger', name: { en: 'Charger', 'zh-CN': '充电桩', fr: 'Borne de recharge' }, bindable: true },
    { key: 'phone', name: { en: 'Phone', 'zh-CN': '手机', fr: 'Téléphone' }, bindable: false },
  ],
  purposes,
  categories,
  onDeviceOnly: [],
  permissions,
  recipients,
  cookies,
  newsletter: {
    purpose: 'marketing_mail',
    tracking: { purpose: 'mail_tracking', category: 'mail_activity' },
    items: [portalNews],
  },
  policies: [firstPolicy, portalPolicy, clearerPolicy],
  tariffs,
  billing: { months: 1, waitDays: 3 },
  paymentTermDays: 14,
  autopay: { noticeDays: 3, mostDaysBefore: 7, at: '10:00', retryDays: [1, 3, 7] },
  arrears: {
    dueWithinDays: 4,
    stages: [
      { key: 'reminder', daysAfter: 1, legal: false },
      { key: 'second_reminder', daysAfter: 8, legal: false },
      { key: 'formal_notice', daysAfter: 15, legal: true },
    ],
    quiet: { from: '21:00', until: '08:00' },
  },
  payLater: {
    extension: { days: 10, perYear: 2 },
    arrangement: { most: 4, everyDays: 30, leastMinor: 1000, graceDays: 5, atOnce: 1 },
  },
  billPrefix: 'WBP',
  ocpi: { countryCode: 'FR', partyId: 'WBP', locationCountry: 'CHN' },
  deletionGrounds,
  refusalReasons,
  requestFees: { grounds: ['frequency'], mostMinor: 10_000 },
})
