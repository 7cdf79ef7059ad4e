import type { Metadata } from './read-params.ts'
import type { StripeErrorBody } from './stripe-error.ts'

export type PaymentIntentStatus =
  | 'requires_payment_method'
  | 'requires_confirmation'
  | 'processing'
  | 'canceled'
  | 'succeeded'

export interface PaymentIntentFacts {
  id: string
  allowed_payment_method_types: string[] | null
  amount: number
  amount_received: number
  automatic_payment_methods: { enabled: boolean; allow_redirects?: string } | null
  canceled_at: number | null
  cancellation_reason: string | null
  client_secret: string
  created: number
  currency: string
  customer: string | null
  description: string | null
  last_payment_error: StripeErrorBody | null
  latest_charge: string | null
  metadata: Metadata
  payment_method: string | null
  payment_method_options: Record<string, unknown>
  payment_method_types: string[]
  receipt_email: string | null
  setup_future_usage: string | null
  status: PaymentIntentStatus
}

export type PaymentIntent = ReturnType<typeof paymentIntentObject>

export function paymentIntentObject(facts: PaymentIntentFacts) {
  return {
    object: 'payment_intent',
    amount_capturable: 0,
    amount_details: { tip: {} },
    application: null,
    application_fee_amount: null,
    capture_method: 'automatic',
    confirmation_method: 'automatic',
    customer_account: null,
    excluded_payment_method_types: null,
    livemode: false,
    managed_payments: { enabled: false },
    next_action: null,
    on_behalf_of: null,
    payment_method_configuration_details: null,
    processing: null,
    review: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    transfer_data: null,
    transfer_group: null,
    ...facts,
  }
}
