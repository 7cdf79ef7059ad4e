import type { ProviderNotice } from './receive-event.ts'

/** Whether a webhook is the provider's: `again` where that could not be found out now, `never` where it is not. */
export type Verification =
  | { readonly kind: 'accepted'; readonly notice: ProviderNotice }
  | { readonly kind: 'again' | 'never'; readonly reason: string }
