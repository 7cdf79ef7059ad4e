import type { ProviderKey } from '../schema.ts'
import { paypal } from './paypal.ts'
import type { PaymentProvider } from './provider.ts'
import { stripe } from './stripe.ts'

const PROVIDERS: Readonly<Record<ProviderKey, PaymentProvider>> = { stripe, paypal }

export function providerOf(key: ProviderKey): PaymentProvider {
  return PROVIDERS[key]
}
