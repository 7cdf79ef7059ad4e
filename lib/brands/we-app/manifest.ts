import { defineManifest } from '../define-manifest.ts'
import { portalNews } from '../portal-news.ts'
import { categories } from './categories.ts'
import { cookies } from './cookies.ts'
import { permissions } from './permissions.ts'
import { releasedPolicy } from './policies/2015-02-12.ts'
import { portalPolicy } from './policies/2026-07-01.ts'
import { guardedPolicy } from './policies/2027-02-01.ts'
import { purposes } from './purposes.ts'
import { deletionGrounds, refusalReasons } from './reasons.ts'
import { recipients } from './recipients.ts'
import { tariffs } from './tariffs.ts'

export const manifest = defineManifest({
  key: 'we-app',
  name: 'We app',
  tagline: {
    en: 'Talk through your own hub, on your own terms.',
    'zh-CN': '用自己的中枢沟通，一切由您做主。',
    fr: 'Échangez par votre propre hub, à vos conditions.',
  },
  mark: { letters: 'We', accentLight: '#1d5bc9', accentDark: '#86b2ff' },
  controller: {
    name: 'We',
    address: {
      en: 'Write to us through the inquiry form of this portal or by e-mail.',
      'zh-CN': '请通过本平台的咨询表单或电子邮件与我们联系。',
      fr: 'Écrivez-nous par le formulaire de ce portail ou par e-mail.',
    },
    country: 'US',
    email: 'privacy@we-app.example',
    complaint: {
      name: {
        en: 'The Federal Trade Commission, the attorney general of your state, or the data protection authority of your country',
        'zh-CN': '美国联邦贸易委员会、您所在州的总检察长，或您所在国家的数据保护机关',
        fr: 'La Federal Trade Commission, le procureur général de votre État ou l’autorité de protection des données de votre pays',
      },
      url: 'https://reportfraud.ftc.gov/',
    },
  },
  signIn: {
    identifiers: [{ kind: 'email', required: true, verified: true, changedBy: 'person' }],
    anyOf: false,
    proof: 'password',
  },
  minimumAge: 13,
  answerDays: 30,
  graceDays: 14,
  locales: ['en', 'zh-CN', 'fr'],
  defaultLocale: 'en',
  currencies: ['USD'],
  zone: 'America/New_York',
  storage: {
    region: 'US',
    place: { en: 'In the United States', 'zh-CN': '美国境内', fr: 'Aux États-Unis' },
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
      key: 'about',
      label: { en: 'About you', 'zh-CN': '个人简介', fr: 'À propos de vous' },
      kind: 'text',
      required: false,
      sensitive: false,
      maxLength: 280,
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
    { key: 'hub', name: { en: 'Hub', 'zh-CN': '中枢', fr: 'Hub' }, bindable: true },
    { key: 'phone', name: { en: 'Phone', 'zh-CN': '手机', fr: 'Téléphone' }, bindable: false },
  ],
  purposes,
  categories,
  onDeviceOnly: [],
  permissions,
  recipients,
  cookies,
  newsletter: { purpose: 'service_information', items: [portalNews] },
  policies: [releasedPolicy, portalPolicy],
  drafts: [guardedPolicy],
  tariffs,
  billing: { months: 1, waitDays: 3 },
  paymentTermDays: 21,
  autopay: { noticeDays: 3, mostDaysBefore: 7, at: '10:00', retryDays: [1, 3, 5] },
  arrears: {
    dueWithinDays: 7,
    stages: [
      { key: 'reminder', daysAfter: 3, legal: false },
      { key: 'second_reminder', daysAfter: 14, legal: false },
      { key: 'formal_notice', daysAfter: 28, legal: true },
    ],
    quiet: { from: '21:00', until: '09:00' },
  },
  payLater: {
    extension: { days: 14, perYear: 1 },
    arrangement: { most: 3, everyDays: 30, leastMinor: 500, graceDays: 7, atOnce: 1 },
  },
  billPrefix: 'WEA',
  deletionGrounds,
  refusalReasons,
})
