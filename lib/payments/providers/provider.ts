import type { Locale } from '#lib/platform/i18n/locales.ts'
import type { PaymentMethod, ProviderKey } from '../schema.ts'

/** What a checkout is asked for. It must be the same to the letter when it is asked for again. */
export interface CheckoutRequest {
  /** Also the idempotency key: the same payment never opens two checkouts. */
  readonly paymentId: string
  /** The number of the bill, or of each of the bills. */
  readonly billNumber: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly method: PaymentMethod
  readonly locale: Locale
  readonly returnUrl: string
  readonly cancelUrl: string
  /** Keep the card with the provider, so that later bills can be paid by it. */
  readonly saveCard: boolean
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
      /** What the provider kept for itself, where it says so. */
      readonly feeMinor?: bigint
      /** The card that the person chose to keep there. */
      readonly saved?: CardKept
    }
  | { readonly kind: 'failed'; readonly code: string }
  /** Nobody can pay by it any more, and nobody did. */
  | { readonly kind: 'expired'; readonly code?: string }

/** A card that the provider keeps for the person: its names there, and what may be shown of it. */
export interface CardKept {
  readonly customerRef: string
  readonly methodRef: string
  readonly scheme: string
  readonly lastFour: string
  /** `2029-04` */
  readonly expires: string
}

/** What a charge of a saved card is asked for, without the person. */
export interface SavedChargeRequest {
  readonly paymentId: string
  readonly billNumber: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly customerRef: string
  readonly methodRef: string
  readonly sends: readonly string[]
}

/** What a refund is asked for. */
export interface RefundRequest {
  /** Also the idempotency key, and the mark by which the refund is found again. */
  readonly refundId: string
  readonly captureId: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly sends: readonly string[]
}

/** A refund as the provider holds it, be it ours or made on the provider's own pages. */
export interface ProviderRefund {
  readonly ref: string
  /** Our id of it, where we asked for it. */
  readonly refundId: string | null
  readonly amountMinor: bigint
  readonly currency: string
  readonly state: 'pending' | 'succeeded' | 'failed'
  readonly at: Date
  readonly code?: string
}

/** A case at a bank or the provider in which the payment is taken back until it is decided. */
export interface ProviderDispute {
  readonly ref: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly state: 'open' | 'won' | 'lost'
  readonly reason: string
  readonly at: Date
}

/** A payment as the provider knows it. */
export interface PaymentRefs {
  readonly providerRef: string
  readonly captureId: string
}

/**
 * Why there is no answer. `declined`: the means of payment was refused. `unavailable`: nothing was done, try later.
 * `rejected`: the provider will not do this, however often it is asked. `unknown`: it may have been done.
 */
export interface ProviderFault {
  readonly kind: 'declined' | 'unavailable' | 'rejected' | 'unknown'
  readonly code: string
  /** Seconds for which the provider asked not to be asked again. */
  readonly retryAfter?: number
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: ProviderFault }

/** The provider cannot take exactly this amount in this currency. */
export const AMOUNT_NOT_POSSIBLE = { ok: false, fault: { kind: 'rejected', code: 'amount_not_possible' } } as const

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
  refund(request: RefundRequest): Promise<Answer<ProviderRefund>>
  listRefunds(of: PaymentRefs): Promise<Answer<ProviderRefund[]>>
  listDisputes(of: PaymentRefs): Promise<Answer<ProviderDispute[]>>
  /** Finds a charge of a saved card that was made under a payment's mark; null where none was. */
  findSaved?(request: SavedChargeRequest): Promise<Answer<string | null>>
  /** Charges a saved card without the person and answers its name there; absent where cards are not kept. */
  chargeSaved?(request: SavedChargeRequest): Promise<Answer<string>>
  /** Gives a kept card up, so that it cannot be charged any more; done already, it is answered the same. */
  forgetCard?(card: Pick<SavedChargeRequest, 'customerRef' | 'methodRef'>): Promise<Answer<null>>
}

/** Runs a request and maps what goes wrong, in one place for each provider. */
export async function answer<T>(run: () => Promise<T>, faultOf: (fault: unknown) => ProviderFault): Promise<Answer<T>> {
  try {
    return { ok: true, value: await run() }
  } catch (fault) {
    return { ok: false, fault: faultOf(fault) }
  }
}

/** The seconds of a Retry-After header; a date is taken as the seconds until then. */
export function retryAfterOf(headers: unknown): { retryAfter?: number } {
  if (typeof headers !== 'object' || headers === null || !('retry-after' in headers)) return {}
  const written = String(headers['retry-after'])
  const seconds = /^\d+$/.test(written) ? Number(written) : (Date.parse(written) - Date.now()) / 1000
  return seconds > 0 ? { retryAfter: Math.min(Math.ceil(seconds), 86_400) } : {}
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
