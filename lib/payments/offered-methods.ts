import type { Manifest, Recipient } from '#lib/brands/index.ts'
import { PAYMENT_METHODS, type PaymentMethod, PROVIDER_OF } from './schema.ts'

// What the providers' documentation says of each way to pay.
const CURRENCIES: Readonly<Record<PaymentMethod, ReadonlySet<string> | 'all'>> = {
  card: 'all',
  alipay: new Set('AUD CAD CNY EUR GBP HKD JPY MYR NZD SGD USD'.split(' ')),
  wechat_pay: new Set('AUD CAD CHF CNY DKK EUR GBP HKD JPY NOK SEK SGD USD'.split(' ')),
  paypal: new Set(
    'AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS JPY MXN MYR NOK NZD PHP PLN SEK SGD THB TWD USD'.split(' '),
  ),
}

/** A way to pay, with everyone who hears of the payment, the provider that we tell first. */
export interface OfferedMethod {
  readonly method: PaymentMethod
  readonly recipients: readonly Recipient[]
}

/** Whether a way to pay is declared and possible in a currency. */
export function isOffered(manifest: Manifest, method: PaymentMethod, currency: string): boolean {
  return offeredMethods(manifest, currency).some((offered) => offered.method === method)
}

/**
 * The ways to pay that a brand declares and the currency allows. A way is declared by its recipients: a card by the card
 * service, a wallet by the wallet and the card service through which it is reached (ENB-18).
 */
export function offeredMethods(manifest: Manifest, currency: string): OfferedMethod[] {
  return PAYMENT_METHODS.flatMap((method) => {
    const keys = method === 'card' ? [PROVIDER_OF.card] : [...new Set([PROVIDER_OF[method], method])]
    const recipients = keys.flatMap((key) => manifest.recipients.filter((recipient) => recipient.key === key))
    const allowed = CURRENCIES[method]
    if (recipients.length < keys.length || (allowed !== 'all' && !allowed.has(currency))) return []
    return [{ method, recipients }]
  })
}
