import type { Metadata } from './read-params.ts'

export type PaymentMethodType = 'card' | 'alipay' | 'wechat_pay'

interface Address {
  city: string | null
  country: string | null
  line1: string | null
  line2: string | null
  postal_code: string | null
  state: string | null
}

export interface BillingDetails {
  address: Address
  email: string | null
  name: string | null
  phone: string | null
  tax_id: string | null
}

/** What differs from one charge to the next; the rest of the shape is constant here. */
export interface ChargeFacts {
  id: string
  amount: number
  amount_captured: number
  amount_refunded: number
  balance_transaction: string | null
  billing_details: BillingDetails
  captured: boolean
  created: number
  currency: string
  customer: string | null
  description: string | null
  disputed: boolean
  failure_code: string | null
  failure_message: string | null
  metadata: Metadata
  outcome: Record<string, string | null>
  paid: boolean
  payment_intent: string
  payment_method: string
  payment_method_details: Record<string, unknown>
  receipt_email: string | null
  receipt_url: string | null
  refunded: boolean
  status: 'succeeded' | 'pending' | 'failed'
}

export type Charge = ReturnType<typeof chargeObject>

export function chargeObject(facts: ChargeFacts) {
  return {
    object: 'charge',
    application: null,
    application_fee: null,
    application_fee_amount: null,
    calculated_statement_descriptor: 'SANDBOX',
    failure_balance_transaction: null,
    fraud_details: {},
    livemode: false,
    on_behalf_of: null,
    receipt_number: null,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    transfer_data: null,
    transfer_group: null,
    ...facts,
  }
}

export function emptyBillingDetails(email: string | null): BillingDetails {
  const address = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null }
  return { address, email, name: null, phone: null, tax_id: null }
}

function cardDetails(amount: number) {
  return {
    amount_authorized: amount,
    authorization_code: null,
    brand: 'visa',
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: 'US',
    exp_month: 8,
    exp_year: 2034,
    extended_authorization: { status: 'disabled' },
    fingerprint: 'SandboxVisa4242',
    funding: 'credit',
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: '4242',
    mandate: null,
    multicapture: { status: 'unavailable' },
    network: 'visa',
    network_token: { used: false },
    network_transaction_id: null,
    overcapture: { maximum_amount_capturable: amount, status: 'unavailable' },
    regulated_status: null,
    three_d_secure: null,
    wallet: null,
  }
}

export function paymentMethodDetails(type: PaymentMethodType, amount: number, transaction: string) {
  if (type === 'card') return { type, card: cardDetails(amount) }
  if (type === 'alipay') return { type, alipay: { buyer_id: null, fingerprint: null, transaction_id: transaction } }
  return { type, wechat_pay: { fingerprint: null, location: null, reader: null, transaction_id: transaction } }
}

/** What can be kept, by its last digits: those that Stripe documents for its own trials. */
export const SAVED_CARDS = {
  '4242': 'visa',
  '0341': 'visa',
  '9995': 'visa',
  '3184': 'visa',
  '9987': 'visa',
  '0069': 'visa',
  '4444': 'mastercard',
} as const
export type LastFour = keyof typeof SAVED_CARDS

/** The card of a saved payment method. */
export function savedCard(last4: LastFour = '4242') {
  const brand = SAVED_CARDS[last4]
  return {
    brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: 'US',
    display_brand: brand,
    exp_month: 8,
    exp_year: 2034,
    fingerprint: `Sandbox${last4}`,
    funding: 'credit',
    generated_from: null,
    last4,
    networks: { available: [brand], preferred: null },
    regulated_status: null,
    three_d_secure_usage: { supported: true },
    wallet: null,
  }
}
