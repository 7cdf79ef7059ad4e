/** What a verified webhook says: which event, of which kind, about which object. Nothing else of it is believed. */
export interface ProviderNotice {
  readonly provider: string
  readonly eventId: string
  readonly type: string
  readonly objectRef: string
}

/**
 * Whether a webhook is the provider's. `again` where that could not be found out now asks the provider to repeat it later
 * (5xx), `never` refuses it for good (4xx).
 */
export type WebhookVerdict =
  | { readonly kind: 'accepted'; readonly notice: ProviderNotice }
  | { readonly kind: 'again' | 'never'; readonly reason: string }
