import { keptCards } from '../../canonical-categories.ts'
import { canonicalFields } from '../../canonical-fields.ts'
import type { ManifestInput } from '../../manifest-schema.ts'

/** Three years in which a payment can still be disputed or audited; without the person once the account is erased. */
const threeYears = {
  rule: 'after_closing',
  days: 1095,
  end: 'anonymise',
  keptGround: 'law',
  reason: {
    en: 'The law asks us to keep business records. When the account is erased, everything that points to you is taken out; the sums stay for three years.',
    'zh-CN': '法律要求我们保存业务记录。账号被清除时，所有能指向您的信息都会被去除；金额再保存三年。',
    fr: 'La loi nous demande de garder les pièces comptables. Quand le compte est effacé, tout ce qui vous désigne est retiré ; les montants restent trois ans.',
  },
} as const

export const billingCategories: ManifestInput['categories'] = [
  {
    key: 'bills',
    name: { en: 'Bills', 'zh-CN': '账单', fr: 'Factures' },
    description: {
      en: 'What your plan and the messages of your hub cost, month by month.',
      'zh-CN': '您每个月的套餐费和中枢消息费。',
      fr: 'Le prix de votre forfait et des messages de votre hub, mois par mois.',
    },
    shape: 'bill',
    fields: canonicalFields.bills,
    purposes: ['provide_service', 'legal_duty'],
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
    purposes: ['provide_service', 'legal_duty'],
    legalBasis: 'contract',
    source: 'partner',
    retention: threeYears,
    intake: false,
    deletable: false,
  },
  keptCards({ purposes: ['provide_service'] }),
]
