import type { PaymentMethodType } from './charge-object.ts'
import type { Metadata } from './read-params.ts'

export interface LineItem {
  id: string
  object: 'item'
  amount_discount: number
  amount_subtotal: number
  amount_tax: number
  amount_total: number
  currency: string
  description: string
  quantity: number
}

export interface CheckoutSessionFacts {
  id: string
  allowed_payment_method_types: PaymentMethodType[] | null
  amount_subtotal: number
  amount_total: number
  cancel_url: string | null
  client_reference_id: string | null
  created: number
  currency: string
  customer: string | null
  customer_creation: 'always' | 'if_required' | null
  customer_details: Record<string, unknown> | null
  customer_email: string | null
  expires_at: number
  locale: string | null
  metadata: Metadata
  payment_intent: string | null
  payment_method_options: Record<string, unknown>
  payment_method_types: PaymentMethodType[]
  payment_status: 'paid' | 'unpaid'
  status: 'open' | 'complete' | 'expired'
  submit_type: string | null
  success_url: string
  ui_mode: string
  url: string | null
}

export type CheckoutSession = ReturnType<typeof checkoutSessionObject>

/** The keys of a session that never vary here, as a session of mode payment has them. */
const CONSTANT = {
  object: 'checkout.session',
  adaptive_pricing: { enabled: false },
  after_expiration: null,
  allow_promotion_codes: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
  customer_account: null,
  discounts: [],
  integration_identifier: null,
  invoice: null,
  invoice_creation: {
    enabled: false,
    invoice_data: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: null,
      metadata: {},
      rendering_options: null,
    },
  },
  livemode: false,
  managed_payments: { enabled: false },
  mode: 'payment',
  origin_context: null,
  payment_link: null,
  payment_method_collection: 'if_required',
  payment_method_configuration_details: null,
  permissions: null,
  phone_number_collection: { enabled: false },
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  subscription: null,
  total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
  wallet_options: null,
}

export function checkoutSessionObject(facts: CheckoutSessionFacts) {
  return { ...CONSTANT, ...facts }
}

export function customerDetails(email: string | null): Record<string, unknown> {
  const address = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null }
  const names = { name: null, business_name: null, individual_name: null }
  return { address, email, ...names, phone: null, tax_exempt: 'none', tax_ids: [] }
}
