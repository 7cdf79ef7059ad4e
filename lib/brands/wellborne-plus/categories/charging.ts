import { keptCards } from '../../canonical-categories.ts'
import { canonicalFields } from '../../canonical-fields.ts'
import type { ManifestInput } from '../../manifest-schema.ts'
import { lifeOfAccount, threeYearsAfterClosing } from './retention.ts'

const booksOfAccount = threeYearsAfterClosing('law', 'anonymise', {
  en: 'The law asks for three years. After you leave nothing in it points to you.',
  'zh-CN': '法律要求保存三年。您注销后，其中不再含有指向您的信息。',
  fr: 'La loi demande trois ans. Après votre départ, rien n’y renvoie à vous.',
})

export const charging: ManifestInput['categories'] = [
  {
    key: 'devices',
    name: { en: 'Chargers and phones', 'zh-CN': '充电桩与手机', fr: 'Bornes et téléphones' },
    description: {
      en: 'The chargers that you added, and phones on which you use the app.',
      'zh-CN': '您添加的充电桩，以及使用应用的手机。',
      fr: 'Les bornes que vous avez ajoutées et les téléphones où vous utilisez l’application.',
    },
    shape: 'device',
    fields: canonicalFields.devices,
    purposes: ['charging'],
    legalBasis: 'contract',
    source: 'person',
    retention: lifeOfAccount,
    intake: true,
    deletable: true,
  },
  {
    key: 'charging_sessions',
    name: { en: 'Charging sessions', 'zh-CN': '充电记录', fr: 'Recharges' },
    description: {
      en: 'When and where you charged, how much, and what it cost.',
      'zh-CN': '充电的时间、地点、电量和费用。',
      fr: 'Quand et où vous avez rechargé, combien, et à quel prix.',
    },
    shape: 'charging_session',
    fields: canonicalFields.chargingSessions,
    purposes: ['charging', 'billing'],
    legalBasis: 'contract',
    source: 'connected_device',
    retention: lifeOfAccount,
    intake: true,
    deletable: false,
  },
  {
    key: 'bills',
    name: { en: 'Bills', 'zh-CN': '账单', fr: 'Factures' },
    description: {
      en: 'Your bills for charging with each line.',
      'zh-CN': '您的充电账单及明细。',
      fr: 'Vos factures de recharge, ligne par ligne.',
    },
    shape: 'bill',
    fields: canonicalFields.bills,
    purposes: ['billing', 'legal_records'],
    legalBasis: 'contract',
    source: 'portal',
    retention: booksOfAccount,
    intake: false,
    deletable: false,
  },
  {
    key: 'payments',
    name: { en: 'Payments', 'zh-CN': '付款记录', fr: 'Paiements' },
    description: {
      en: 'What you paid, when and by which means. Card numbers never reach us.',
      'zh-CN': '您付款的金额、时间和方式。银行卡号不会传给我们。',
      fr: 'Ce que vous avez payé, quand et par quel moyen. Les numéros de carte ne nous parviennent jamais.',
    },
    shape: 'payment',
    fields: canonicalFields.payments,
    purposes: ['billing', 'legal_records'],
    legalBasis: 'contract',
    source: 'partner',
    retention: booksOfAccount,
    intake: false,
    deletable: false,
  },
  keptCards({ purposes: ['billing'] }),
  {
    key: 'uploads',
    name: { en: 'Pictures', 'zh-CN': '图片', fr: 'Images' },
    description: {
      en: 'The picture of your profile and pictures of charger codes that you uploaded.',
      'zh-CN': '您上传的头像和充电桩二维码图片。',
      fr: 'L’image de profil et les images de codes de borne que vous avez envoyées.',
    },
    shape: 'upload',
    fields: canonicalFields.uploads,
    purposes: ['personal_touch', 'charging'],
    legalBasis: 'consent',
    source: 'person',
    retention: lifeOfAccount,
    intake: false,
    deletable: true,
  },
]
