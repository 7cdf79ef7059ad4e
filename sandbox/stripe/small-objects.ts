import type { savedCard } from './charge-object.ts'
import type { Metadata } from './read-params.ts'

export interface CustomerFacts {
  id: string
  created: number
  description: string | null
  email: string | null
  invoice_prefix: string
  metadata: Metadata
  name: string | null
  phone: string | null
  preferred_locales: string[]
}
export type Customer = ReturnType<typeof customerObject>

export function customerObject(facts: CustomerFacts) {
  return {
    object: 'customer',
    address: null,
    balance: 0,
    currency: null,
    default_source: null,
    delinquent: false,
    discount: null,
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    next_invoice_sequence: 1,
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
    ...facts,
  }
}

export interface RefundFacts {
  id: string
  amount: number
  balance_transaction: string | null
  charge: string
  created: number
  currency: string
  destination_details: Record<string, unknown>
  failure_reason?: string
  metadata: Metadata
  payment_intent: string
  payment_method: string
  reason: string | null
  status: 'succeeded' | 'pending' | 'failed' | 'canceled'
}
export type Refund = ReturnType<typeof refundObject>

export function refundObject(facts: RefundFacts) {
  return {
    object: 'refund',
    customer: null,
    customer_account: null,
    receipt_number: null,
    source_transfer_reversal: null,
    transfer_reversal: null,
    ...facts,
  }
}

export interface DisputeFacts {
  id: string
  amount: number
  charge: string
  created: number
  currency: string
  evidence_details: Record<string, unknown>
  is_charge_refundable: boolean
  payment_intent: string
  reason: string
  status: 'needs_response' | 'won' | 'lost'
}
export type Dispute = ReturnType<typeof disputeObject>

export function disputeObject(facts: DisputeFacts) {
  return {
    object: 'dispute',
    balance_transactions: [],
    enhanced_eligibility_types: [],
    evidence: {},
    livemode: false,
    metadata: {},
    payment_method_details: {
      card: { brand: 'visa', case_type: 'chargeback', network: 'visa', network_reason_code: '10.4' },
      type: 'card',
    },
    ...facts,
  }
}

export interface StripeEvent {
  id: string
  object: 'event'
  api_version: string
  created: number
  data: { object: unknown; previous_attributes?: Record<string, unknown> }
  livemode: false
  pending_webhooks: number
  request: { id: string | null; idempotency_key: string | null }
  type: string
}

export interface PaymentMethod {
  id: string
  object: 'payment_method'
  allow_redisplay: string
  billing_details: unknown
  created: number
  customer: string | null
  customer_account: null
  livemode: false
  metadata: Metadata
  type: string
  card?: ReturnType<typeof savedCard>
  alipay?: unknown
  wechat_pay?: unknown
}

/** Made anew from a charge or refund whenever asked for. */
export function balanceTransaction(facts: {
  id: string
  amount: number
  created: number
  currency: string
  description: string | null
  source: string
  type: 'charge' | 'refund'
}) {
  const fee = facts.type === 'charge' ? Math.round(facts.amount * 0.015) + 25 : 0
  const { created, currency } = facts
  const detail = { amount: fee, application: null, currency, description: 'Stripe processing fees', type: 'stripe_fee' }
  return {
    object: 'balance_transaction',
    ...facts,
    available_on: created,
    balance_type: 'payments',
    exchange_rate: null,
    fee,
    fee_details: fee > 0 ? [detail] : [],
    net: facts.amount - fee,
    reporting_category: facts.type,
    status: 'available',
  }
}
