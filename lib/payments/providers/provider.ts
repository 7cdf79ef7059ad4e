import type { Locale } from '#lib/platform/i18n/locales.ts'
import type { PaymentMethod, ProviderKey } from '../schema.ts'

/** What a checkout is asked for. It must be the same to the letter when it is asked for again. */
export interface CheckoutRequest {
  /** Also the idempotency key: the same payment never opens two checkouts. */
  readonly paymentId: string
  readonly billNumber: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly method: PaymentMethod
  readonly locale: Locale
  readonly returnUrl: string
  readonly cancelUrl: string
  /** The fields that the brand declares for this provider; nothing else leaves. */
  readonly sends: readonly string[]
}

/** A page of the provider where the person pays. */
export interface Checkout {
  readonly ref: string
  readonly url: string
}

/** What a provider says has become of a checkout. */
export type CheckoutOutcome =
  | { readonly kind: 'open' }
  /** The person agreed; the money is still to be collected (PayPal). */
  | { readonly kind: 'approved' }
  | { readonly kind: 'pending' }
  | {
      readonly kind: 'captured'
      readonly captureId: string
      readonly amountMinor: bigint
      readonly currency: string
      readonly at: Date
    }
  | { readonly kind: 'failed'; readonly code: string }
  /** Nobody can pay by it any more, and nobody did. */
  | { readonly kind: 'expired'; readonly code?: string }

/**
 * Why there is no answer. `declined`: the means of payment was refused. `unavailable`: nothing was done, try later.
 * `rejected`: the provider will not do this, however often it is asked. `unknown`: it may have been done.
 */
export interface ProviderFault {
  readonly kind: 'declined' | 'unavailable' | 'rejected' | 'unknown'
  readonly code: string
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: ProviderFault }

/** All that the house knows of a provider. */
export interface PaymentProvider {
  readonly key: ProviderKey
  /** For how long a repeated request is recognised by its key. */
  readonly keyLifetimeMinutes: number
  createCheckout(request: CheckoutRequest): Promise<Answer<Checkout>>
  fetchOutcome(ref: string): Promise<Answer<CheckoutOutcome>>
  /** Collects the money of an approved checkout; absent where the provider does so itself. */
  capture?(ref: string, paymentId: string): Promise<Answer<CheckoutOutcome>>
  /** Closes a checkout in which nobody paid; absent where it runs out by itself and cannot take money without us. */
  close?(ref: string): Promise<Answer<CheckoutOutcome>>
}

/** Runs a request and maps what goes wrong, in one place for each provider. */
export async function answer<T>(run: () => Promise<T>, faultOf: (fault: unknown) => ProviderFault): Promise<Answer<T>> {
  try {
    return { ok: true, value: await run() }
  } catch (fault) {
    return { ok: false, fault: faultOf(fault) }
  }
}

/** Whether the fault arose before anything could have been sent. */
export function neverLeft(fault: unknown): boolean {
  for (let cause = fault; typeof cause === 'object' && cause !== null; ) {
    if ('code' in cause && ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'].includes(String(cause.code)))
      return true
    cause = 'detail' in cause ? cause.detail : 'cause' in cause ? cause.cause : undefined
  }
  return false
}
