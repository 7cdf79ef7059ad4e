import { keptCards } from '../../canonical-categories.ts'
import { canonicalFields } from '../../canonical-fields.ts'
import type { ManifestInput } from '../../manifest-schema.ts'
import { afterClosing, lifeOfAccount } from './retention.ts'

const anonymisedAfterThreeYears = {
  ...afterClosing({
    en: 'The e-commerce law asks for three years after the payment is complete. After you leave nothing in it points to you.',
    'zh-CN': '《电子商务法》要求自交易完成之日起保存不少于三年。您注销后，其中不再含有指向您的信息。',
    fr: 'La loi sur le commerce électronique demande trois ans après la fin du paiement. Après votre départ, rien n’y renvoie à vous.',
  }),
  end: 'anonymise',
} as const

/** Meters, what they measured, and what is paid for it. */
export const energy: ManifestInput['categories'] = [
  {
    key: 'devices',
    name: { en: 'Meters', 'zh-CN': '表具', fr: 'Compteurs' },
    description: {
      en: 'The electricity, gas and water meters that you added.',
      'zh-CN': '您添加的电表、燃气表和水表。',
      fr: 'Les compteurs d’électricité, de gaz et d’eau que vous avez ajoutés.',
    },
    shape: 'device',
    fields: canonicalFields.devices,
    purposes: ['metering', 'billing'],
    legalBasis: 'contract',
    source: 'person',
    retention: lifeOfAccount,
    intake: true,
    deletable: true,
  },
  {
    key: 'readings',
    name: { en: 'Readings', 'zh-CN': '读数', fr: 'Relevés' },
    description: {
      en: 'What your meters measured, period by period.',
      'zh-CN': '您的表具在各时段的计量结果。',
      fr: 'Ce que vos compteurs ont mesuré, période par période.',
    },
    shape: 'reading',
    fields: canonicalFields.readings,
    purposes: ['metering', 'billing'],
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
      en: 'Your bills for electricity, gas and water with each line.',
      'zh-CN': '您的电费、燃气费和水费账单及明细。',
      fr: 'Vos factures d’électricité, de gaz et d’eau, ligne par ligne.',
    },
    shape: 'bill',
    fields: canonicalFields.bills,
    purposes: ['billing', 'arrears_notices', 'legal_records'],
    legalBasis: 'contract',
    source: 'portal',
    retention: anonymisedAfterThreeYears,
    intake: false,
    deletable: false,
  },
  {
    key: 'payments',
    name: { en: 'Payments', 'zh-CN': '缴费记录', fr: 'Paiements' },
    description: {
      en: 'What you paid, when and by which means. Card numbers never reach us.',
      'zh-CN': '您缴纳的金额、时间和方式。银行卡号不会传给我们。',
      fr: 'Ce que vous avez payé, quand et par quel moyen. Les numéros de carte ne nous parviennent jamais.',
    },
    shape: 'payment',
    fields: canonicalFields.payments,
    purposes: ['billing', 'legal_records'],
    legalBasis: 'contract',
    source: 'partner',
    retention: anonymisedAfterThreeYears,
    intake: false,
    deletable: false,
  },
  keptCards({ purposes: ['billing'] }),
  {
    key: 'uploads',
    name: { en: 'Pictures', 'zh-CN': '图片', fr: 'Images' },
    description: {
      en: 'Pictures of meters and the picture of your profile that you uploaded.',
      'zh-CN': '您上传的表具照片和头像。',
      fr: 'Les photos de compteurs et l’image de profil que vous avez envoyées.',
    },
    shape: 'upload',
    fields: canonicalFields.uploads,
    purposes: ['pictures', 'account'],
    legalBasis: 'consent',
    source: 'person',
    retention: lifeOfAccount,
    intake: false,
    deletable: true,
  },
]
