import { defineManifest } from '../define-manifest.ts'
import { portalNews } from '../portal-news.ts'
import { categories } from './categories.ts'
import { cookies } from './cookies.ts'
import { permissions } from './permissions.ts'
import { firstPolicy } from './policies/2021-02-15.ts'
import { portalPolicy } from './policies/2026-09-01.ts'
import { purposes } from './purposes.ts'
import { deletionGrounds, refusalReasons } from './reasons.ts'
import { recipients } from './recipients.ts'
import { tariffs } from './tariffs.ts'

export const manifest = defineManifest({
  key: 'we-lock',
  name: 'WE.LOCK',
  tagline: {
    en: 'Your door, your data: both under your own key.',
    'zh-CN': '您的门、您的数据，钥匙都在您手中。',
    fr: 'Votre porte, vos données : la clé est la vôtre.',
  },
  mark: { letters: 'WL', accentLight: '#6d32c4', accentDark: '#bfa0ff' },
  controller: {
    name: 'WE.LOCK',
    address: {
      en: 'Write to us through this portal or by e-mail.',
      'zh-CN': '请通过本平台或电子邮件与我们联系。',
      fr: 'Écrivez-nous par ce portail ou par e-mail.',
    },
    country: 'FR',
    email: 'privacy@we-lock.example',
    complaint: {
      name: {
        en: 'The CNIL in France, or the data protection authority of the country you live in',
        'zh-CN': '法国国家信息与自由委员会（CNIL），或您居住国的数据保护机关',
        fr: 'La CNIL en France, ou l’autorité de protection des données de votre pays',
      },
      url: 'https://www.cnil.fr/',
    },
  },
  signIn: {
    identifiers: [
      { kind: 'email', required: true, verified: true, changedBy: 'person' },
      { kind: 'phone', required: true, verified: true, changedBy: 'person' },
    ],
    anyOf: true,
    proof: 'password',
  },
  minimumAge: 18,
  answerDays: 30,
  graceDays: 14,
  locales: ['en', 'zh-CN', 'fr'],
  defaultLocale: 'en',
  currencies: ['EUR'],
  zone: 'Europe/Paris',
  storage: {
    region: 'FR',
    place: { en: 'In France', 'zh-CN': '法国境内', fr: 'En France' },
    transfersAbroad: 'consent',
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
      label: { en: 'Picture', 'zh-CN': '头像', fr: 'Photo de profil' },
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
    { key: 'lock', name: { en: 'Lock', 'zh-CN': '门锁', fr: 'Serrure' }, bindable: true },
    { key: 'phone', name: { en: 'Phone', 'zh-CN': '手机', fr: 'Téléphone' }, bindable: false },
  ],
  purposes,
  categories,
  onDeviceOnly: [],
  permissions,
  recipients,
  cookies,
  newsletter: { purpose: 'promotion', items: [portalNews] },
  policies: [firstPolicy, portalPolicy],
  tariffs,
  billing: { months: 1, waitDays: 2 },
  paymentTermDays: 14,
  autopay: { noticeDays: 5, mostDaysBefore: 10, at: '10:00', retryDays: [2, 5] },
  arrears: {
    dueWithinDays: 4,
    stages: [
      { key: 'reminder', daysAfter: 3, legal: false },
      { key: 'second_reminder', daysAfter: 12, legal: false },
      { key: 'formal_notice', daysAfter: 25, legal: true },
    ],
    quiet: { from: '20:30', until: '08:30' },
  },
  payLater: {
    extension: { days: 14, perYear: 2 },
    arrangement: { most: 3, everyDays: 30, leastMinor: 500, graceDays: 7, atOnce: 1 },
  },
  billPrefix: 'LCK',
  deletionGrounds,
  refusalReasons,
  requestFees: { grounds: ['frequency', 'cost'], mostMinor: 3_000 },
})
