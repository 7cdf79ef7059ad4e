import { z } from 'zod'
import { ShownText } from '#lib/consents/schema.ts'
import { LOCALES } from '#lib/platform/i18n/locales.ts'

export const PAYMENT_METHODS = ['card', 'alipay', 'wechat_pay', 'paypal'] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

export const PROVIDERS = ['stripe', 'paypal'] as const
export type ProviderKey = (typeof PROVIDERS)[number]

export const PROVIDER_OF: Readonly<Record<PaymentMethod, ProviderKey>> = {
  card: 'stripe',
  alipay: 'stripe',
  wechat_pay: 'stripe',
  paypal: 'paypal',
}

/** `checkout`: on the provider's page, signed in here. `link`: by a mailed link. `saved`: by a saved card. */
export const PAYMENT_WAYS = ['checkout', 'link', 'saved'] as const
export type PaymentWay = (typeof PAYMENT_WAYS)[number]

const Uuids = z
  .string()
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(z.uuid()).max(20))

/**
 * What a browser may say about a payment. What is owed and in which currency is the bills' and comes from nowhere else;
 * less than that can be paid, more cannot.
 */
export const StartPayment = z.object({
  billId: z.uuid(),
  /** Further bills to pay with it, separated by commas. */
  others: Uuids.optional(),
  /** A part, as it was typed; everything that is open where it is left out. */
  amount: z.string().trim().max(20).optional(),
  method: z.enum(PAYMENT_METHODS),
  /** The language in which the provider speaks to the person. */
  locale: z.enum(LOCALES),
  /** Keep the card with the provider for later bills; with the digest of the words that stood beside the box. */
  keepCard: z.stringbool().optional(),
  keepShown: ShownText.optional(),
})
export type StartPayment = z.output<typeof StartPayment>

/** What whoever has a mailed link may say: the link, which is for one bill and all that is open of it. */
export const PayByLink = z.object({
  token: z.string().max(100),
  method: z.enum(PAYMENT_METHODS),
  locale: z.enum(LOCALES),
})
export type PayByLink = z.output<typeof PayByLink>

export const PAYMENT_STATES = ['created', 'pending', 'unknown', 'succeeded', 'failed', 'abandoned'] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

/** From where money is given back: the person's credit, the bill (which is open again), or goodwill. */
export const REFUND_SOURCES = ['credit', 'bill', 'goodwill'] as const
export type RefundSource = (typeof REFUND_SOURCES)[number]

/** Why, as a code: what is written about it beside that is the approval's. */
export const REFUND_REASONS = ['overpaid', 'wrong_bill', 'complaint', 'goodwill', 'credit_paid_out'] as const
export type RefundReason = (typeof REFUND_REASONS)[number]

/** What staff ask a second person for. The amount is a plain decimal in the payment's currency. */
export const RefundPayment = z.object({
  payment: z.uuid(),
  amount: z
    .string()
    .trim()
    .transform((text) => text.replace(',', '.'))
    .pipe(z.string().regex(/^\d{1,12}(\.\d{1,3})?$/, 'payments.amount_wrong')),
  source: z.enum(REFUND_SOURCES),
  why: z.enum(REFUND_REASONS).exclude(['credit_paid_out']),
})
export type RefundPayment = z.output<typeof RefundPayment>

export const PayOutCredit = z.object({ currency: z.string().regex(/^[A-Z]{3}$/) })
export type PayOutCredit = z.output<typeof PayOutCredit>

export const PayByCredit = z.object({ billId: z.uuid() })
export type PayByCredit = z.output<typeof PayByCredit>

const REFUND_STATES = ['approved', 'unknown', 'pending', 'succeeded', 'failed'] as const
export type RefundState = (typeof REFUND_STATES)[number]
