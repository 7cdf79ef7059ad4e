import { defineManifest } from '../define-manifest.ts'
import { portalNews } from '../portal-news.ts'
import { categories } from './categories.ts'
import { cookies } from './cookies.ts'
import { onDeviceOnly } from './on-device.ts'
import { permissions } from './permissions.ts'
import { firstPolicy } from './policies/2025-09-28.ts'
import { portalPolicy } from './policies/2026-10-01.ts'
import { announcedPolicy } from './policies/2027-01-15.ts'
import { purposes } from './purposes.ts'
import { deletionGrounds, refusalReasons } from './reasons.ts'
import { recipients } from './recipients.ts'
import { tariffs } from './tariffs.ts'

export const manifest = defineManifest({
  key: 'energybilling',
  name: 'EnergyBilling',
  tagline: {
    en: 'Electricity, gas and water: see what you use, pay what you owe.',
    'zh-CN': '水、电、燃气：用量清楚，缴费方便。',
    fr: 'Électricité, gaz et eau : voyez ce que vous consommez, payez ce que vous devez.',
  },
  mark: { letters: 'EB', accentLight: '#0b6b7a', accentDark: '#4fc3d6' },
  controller: {
    name: 'Henan Compere Smart Technology Co., Ltd.',
    address: {
      en: 'Unit 1, Building 38, Liandong U Valley, No. 352 Lianhua Street, High-tech Industrial Development Zone, Zhengzhou City, Henan Province, China (450066)',
      'zh-CN': '河南省郑州市高新技术产业开发区莲花街352号联东U谷38号楼1单元（450066）',
      fr: 'Unité 1, bâtiment 38, Liandong U Valley, 352 rue Lianhua, zone de développement industriel de haute technologie, Zhengzhou, province du Henan, Chine (450066)',
    },
    country: 'CN',
    email: 'service@compere-power.com',
    phone: '400-0371-828',
    complaint: {
      name: {
        en: 'Cyberspace Administration of China, reporting centre',
        'zh-CN': '国家互联网信息办公室举报中心',
        fr: 'Administration chinoise du cyberespace, centre de signalement',
      },
      url: 'https://www.12377.cn/',
    },
  },
  signIn: {
    identifiers: [
      { kind: 'phone', required: true, verified: true, changedBy: 'request' },
      { kind: 'email', required: false, verified: true, changedBy: 'person' },
    ],
    anyOf: false,
    proof: 'code',
  },
  minimumAge: 0,
  guardianBelow: 14,
  answerDays: 15,
  graceDays: 7,
  locales: ['en', 'zh-CN', 'fr'],
  defaultLocale: 'zh-CN',
  currencies: ['CNY'],
  zone: 'Asia/Shanghai',
  storage: {
    region: 'CN',
    place: { en: 'In mainland China', 'zh-CN': '中国大陆境内', fr: 'En Chine continentale' },
    transfersAbroad: 'never',
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
      key: 'premises',
      label: { en: 'Premises of your meters', 'zh-CN': '表具所在地点', fr: 'Lieu de vos compteurs' },
      kind: 'text',
      required: false,
      sensitive: false,
      maxLength: 120,
    },
  ],
  deviceKinds: [
    {
      key: 'electricity_meter',
      name: { en: 'Electricity meter', 'zh-CN': '电表', fr: 'Compteur d’électricité' },
      bindable: true,
    },
    { key: 'gas_meter', name: { en: 'Gas meter', 'zh-CN': '燃气表', fr: 'Compteur de gaz' }, bindable: true },
    { key: 'water_meter', name: { en: 'Water meter', 'zh-CN': '水表', fr: 'Compteur d’eau' }, bindable: true },
    { key: 'phone', name: { en: 'Phone', 'zh-CN': '手机', fr: 'Téléphone' }, bindable: false },
  ],
  purposes,
  categories,
  onDeviceOnly,
  permissions,
  recipients,
  cookies,
  newsletter: { purpose: 'promotional_reminders', items: [portalNews] },
  policies: [firstPolicy, portalPolicy],
  drafts: [announcedPolicy],
  tariffs,
  gasEnergy: [
    { from: '2020-01-01', calorificMj: '38.90', correction: '1.00' },
    { from: '2026-01-01', calorificMj: '39.20', correction: '1.00' },
  ],
  billing: { months: 1, waitDays: 5 },
  paymentTermDays: 14,
  autopay: { noticeDays: 3, mostDaysBefore: 7, at: '10:00', retryDays: [1, 3, 5] },
  arrears: {
    dueWithinDays: 4,
    stages: [
      { key: 'reminder', daysAfter: 1, legal: false },
      { key: 'second_reminder', daysAfter: 8, legal: false },
      { key: 'formal_notice', daysAfter: 15, legal: true },
      { key: 'interruption_notice', daysAfter: 30, legal: true },
    ],
    quiet: { from: '21:00', until: '08:00' },
  },
  payLater: {
    extension: { days: 14, perYear: 2 },
    arrangement: { most: 6, everyDays: 30, leastMinor: 2000, graceDays: 5, atOnce: 2 },
  },
  billPrefix: 'ENB',
  deletionGrounds,
  refusalReasons,
})
