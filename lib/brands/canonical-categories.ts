import { canonicalFields } from './canonical-fields.ts'
import type { ManifestInput } from './manifest-schema.ts'

type CategoryInput = ManifestInput['categories'][number]

/** Cards that people keep for later bills, the same with every brand; only the key of the purpose is the brand's own. */
export const keptCards = ({ purposes }: Pick<CategoryInput, 'purposes'>): CategoryInput => ({
  purposes,
  key: 'kept_cards',
  name: { en: 'Kept cards', 'zh-CN': '保留的银行卡', fr: 'Cartes gardées' },
  description: {
    en: 'Cards that you chose to keep for later bills: the kind, the last four digits, when it ends, and whether your bills are paid by it. The number is with the payment service and never with us.',
    'zh-CN':
      '您选择为以后账单保留的银行卡：卡种、末四位、有效期，以及是否用于自动缴费。卡号只在支付服务商处，不在我们这里。',
    fr: 'Les cartes que vous avez choisi de garder pour vos prochaines factures : le type, les quatre derniers chiffres, la date de fin, et si vos factures sont payées avec. Le numéro est chez le service de paiement, jamais chez nous.',
  },
  shape: 'card',
  fields: canonicalFields.cards,
  legalBasis: 'consent',
  source: 'partner',
  retention: {
    rule: 'account',
    reason: {
      en: 'Until you remove the card or close the account; the payment service then gives it up as well.',
      'zh-CN': '保存至您移除该卡或注销账号；届时支付服务商也会删除它。',
      fr: 'Jusqu’à ce que vous retiriez la carte ou fermiez le compte ; le service de paiement l’oublie alors aussi.',
    },
  },
  intake: false,
  deletable: false,
})
