import { defineManifest } from '../define-manifest.ts'
import { portalNews } from '../portal-news.ts'
import { categories } from './categories.ts'
import { cookies } from './cookies.ts'
import { onDeviceOnly, permissions } from './permissions.ts'
import { firstPolicy } from './policies/2024-05-01.ts'
import { portalPolicy } from './policies/2026-06-01.ts'
import { purposes } from './purposes.ts'
import { deletionGrounds, refusalReasons } from './reasons.ts'
import { recipients } from './recipients.ts'
import { tariffs } from './tariffs.ts'

export const manifest = defineManifest({
  key: 'we-e-charge',
  name: 'WE E-Charge',
  tagline: {
    en: 'Charge your car at home, and know what is kept about it.',
    'zh-CN': '在家给爱车充电，清楚知道保存了哪些信息。',
    fr: 'Rechargez votre voiture chez vous et sachez ce qui est conservé.',
  },
  mark: { letters: 'EC', accentLight: '#1b7a34', accentDark: '#5fcf80' },
  controller: {
    name: 'WE E-Charge',
    address: {
      en: 'Write to us through this portal or by e-mail.',
      'zh-CN': '请通过本平台或电子邮件与我们联系。',
      fr: 'Écrivez-nous par ce portail ou par e-mail.',
    },
    country: 'DE',
    email: 'privacy@we-e-charge.example',
    complaint: {
      name: {
        en: 'The data protection authority of the country you live in',
        'zh-CN': '您居住国的数据保护机关',
        fr: 'L’autorité de protection des données de votre pays',
      },
      url: 'https://www.edpb.europa.eu/about-edpb/about-edpb/members_en',
    },
  },
  signIn: {
    identifiers: [
      { kind: 'account_name', required: true, verified: false, changedBy: 'person' },
      { kind: 'email', required: false, verified: true, changedBy: 'person' },
    ],
    anyOf: false,
    proof: 'password',
  },
  minimumAge: 16,
  answerDays: 30,
  graceDays: 14,
  locales: ['en', 'zh-CN', 'fr'],
  defaultLocale: 'en',
  currencies: ['EUR'],
  zone: 'Europe/Berlin',
  storage: {
    region: 'DE',
    place: { en: 'In Germany', 'zh-CN': '德国境内', fr: 'En Allemagne' },
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
      key: 'car_model',
      label: { en: 'Your car', 'zh-CN': '您的车型', fr: 'Votre voiture' },
      kind: 'text',
      required: false,
      sensitive: false,
      maxLength: 80,
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
    { key: 'charger', name: { en: 'Charging pile', 'zh-CN': '充电桩', fr: 'Borne de recharge' }, bindable: true },
    { key: 'phone', name: { en: 'Phone', 'zh-CN': '手机', fr: 'Téléphone' }, bindable: false },
  ],
  purposes,
  categories,
  onDeviceOnly,
  permissions,
  recipients,
  cookies,
  newsletter: { purpose: 'news', items: [portalNews] },
  policies: [firstPolicy, portalPolicy],
  tariffs,
  billing: { months: 1, waitDays: 3 },
  paymentTermDays: 14,
  autopay: { noticeDays: 3, mostDaysBefore: 7, at: '10:00', retryDays: [1, 3, 5] },
  arrears: {
    dueWithinDays: 4,
    stages: [
      { key: 'reminder', daysAfter: 2, legal: false },
      { key: 'second_reminder', daysAfter: 10, legal: false },
      { key: 'formal_notice', daysAfter: 21, legal: true },
    ],
    quiet: { from: '20:00', until: '08:00' },
  },
  payLater: {
    extension: { days: 14, perYear: 2 },
    arrangement: { most: 6, everyDays: 30, leastMinor: 1000, graceDays: 7, atOnce: 1 },
  },
  billPrefix: 'ECH',
  ocpi: { countryCode: 'DE', partyId: 'ECH', locationCountry: 'DEU' },
  deletionGrounds,
  refusalReasons,
  entryApps: [
    { key: 'charge_map', name: 'Charge Map', policyUrl: 'https://charge-map.example/privacy' },
    { key: 'home_hub', name: 'Home Hub', policyUrl: 'https://home-hub.example/privacy' },
  ],
})
