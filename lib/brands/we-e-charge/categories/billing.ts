import { keptCards } from '../../canonical-categories.ts'
import { canonicalFields } from '../../canonical-fields.ts'
import type { ManifestInput } from '../../manifest-schema.ts'

/** Three years in which a payment can still be disputed or audited. */
const threeYears = {
  rule: 'after_closing',
  days: 1095,
  end: 'anonymise',
  keptGround: 'law',
  reason: {
    en: 'The law asks us to keep business records. Three years after the account is closed, everything that points to you is taken out.',
    'zh-CN': '法律要求我们保存业务记录。账号注销三年后，所有能指向您的信息都会被去除。',
    fr: 'La loi nous demande de garder les pièces comptables. Trois ans après la fermeture du compte, tout ce qui vous désigne est retiré.',
  },
} as const

export const billingCategories: ManifestInput['categories'] = [
  {
    key: 'bills',
    name: { en: 'Bills', 'zh-CN': '账单', fr: 'Factures' },
    description: {
      en: 'What your charging cost, month by month.',
      'zh-CN': '您每个月的充电费用。',
      fr: 'Le prix de vos recharges, mois par mois.',
    },
    shape: 'bill',
    fields: canonicalFields.bills,
    purposes: ['billing', 'legal_duty'],
    legalBasis: 'contract',
    source: 'portal',
    retention: threeYears,
    intake: false,
    deletable: false,
  },
  {
    key: 'payments',
    name: { en: 'Payments', 'zh-CN': '付款', fr: 'Paiements' },
    description: {
      en: 'What you paid and how. We never hold a card number.',
      'zh-CN': '您付了多少、如何支付。我们从不保存卡号。',
      fr: 'Ce que vous avez payé et comment. Nous n’avons jamais de numéro de carte.',
    },
    shape: 'payment',
    fields: canonicalFields.payments,
    purposes: ['billing', 'legal_duty'],
    legalBasis: 'contract',
    source: 'partner',
    retention: threeYears,
    intake: false,
    deletable: false,
  },
  keptCards({ purposes: ['billing'] }),
]
