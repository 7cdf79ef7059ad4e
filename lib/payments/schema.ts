import { z } from 'zod'
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

/** What a browser may say about a payment. Amount and currency are the bill's and come from nowhere else. */
export const StartPayment = z.object({
  billId: z.uuid(),
  method: z.enum(PAYMENT_METHODS),
  /** The language in which the provider speaks to the person. */
  locale: z.enum(LOCALES),
})
export type StartPayment = z.output<typeof StartPayment>

export const PAYMENT_STATES = ['created', 'pending', 'unknown', 'succeeded', 'failed', 'abandoned'] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]
