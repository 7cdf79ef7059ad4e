import type { FormFields } from '../wire/form-body.ts'
import { newIdentifier } from '../wire/identifier.ts'
import type { Call } from './call.ts'
import { type CheckoutSession, checkoutSessionObject } from './checkout-session-object.ts'
import { checkAmount } from './currency.ts'
import { readLineItems } from './line-items.ts'
import { readMethodTypes } from './payment-method-types.ts'
import { allowOnly, fieldsOf, optionalInteger, optionalText, readMetadata, requiredText } from './read-params.ts'
import { invalidRequest, missing } from './stripe-error.ts'
import type { IntentPlan, StripeState } from './stripe-state.ts'

const PARAMETERS = [
  'mode',
  'line_items',
  'success_url',
  'cancel_url',
  'customer',
  'customer_email',
  'customer_creation',
  'client_reference_id',
  'currency',
  'expires_at',
  'locale',
  'metadata',
  'payment_intent_data',
  'allowed_payment_method_types',
  'payment_method_types',
  'payment_method_options',
  'submit_type',
  'ui_mode',
]

/** Known to Stripe and of no effect here. */
const IGNORED = [
  'adaptive_pricing',
  'billing_address_collection',
  'branding_settings',
  'consent_collection',
  'custom_text',
  'customer_update',
  'integration_identifier',
  'invoice_creation',
  'payment_method_collection',
  'phone_number_collection',
  'saved_payment_method_options',
]

function readUrl(params: FormFields, name: string): string {
  const text = requiredText(params, name)
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
    throw invalidRequest('Not a valid URL', name, 'url_invalid')
  }
  return text
}

function readExpiry(params: FormFields, now: number): number {
  const expires = optionalInteger(params, 'expires_at')
  if (expires === null) return now + 24 * 3600
  if (expires < now + 1800 - 60 || expires > now + 24 * 3600 + 60) {
    const message = 'The `expires_at` timestamp must be at least 30 minutes and less than 24 hours from creation.'
    throw invalidRequest(message, 'expires_at')
  }
  return expires
}

function readIntentPlan(params: FormFields): IntentPlan {
  const data = fieldsOf(params.payment_intent_data, 'payment_intent_data')
  allowOnly(data, ['description', 'metadata', 'receipt_email', 'setup_future_usage', 'statement_descriptor_suffix'])
  return {
    description: optionalText(data, 'description', 1000),
    metadata: readMetadata(data.metadata),
    receiptEmail: optionalText(data, 'receipt_email'),
    setupFutureUsage: optionalText(data, 'setup_future_usage'),
  }
}

function readCustomer(state: StripeState, params: FormFields): string | null {
  const customer = optionalText(params, 'customer')
  if (customer === null) return null
  if (params.customer_email !== undefined) {
    throw invalidRequest('You may only specify one of these parameters: customer, customer_email.')
  }
  if (!state.customers.get(customer)) throw missing('customer', customer, 'customer', 400)
  return customer
}

function readCreation(params: FormFields): 'always' | 'if_required' | null {
  if (params.customer !== undefined) return null
  const wanted = optionalText(params, 'customer_creation') ?? 'if_required'
  if (wanted === 'always' || wanted === 'if_required') return wanted
  throw invalidRequest('Invalid customer_creation: must be one of if_required or always', 'customer_creation')
}

function readMode(params: FormFields): void {
  const mode = requiredText(params, 'mode')
  if (mode !== 'payment') throw invalidRequest(`This stand-in serves mode=payment, not ${mode}.`, 'mode')
  const ui = optionalText(params, 'ui_mode') ?? 'hosted_page'
  if (ui !== 'hosted_page' && ui !== 'hosted') throw invalidRequest(`This stand-in serves no ${ui}.`, 'ui_mode')
}

export function createCheckoutSession(state: StripeState, call: Call): CheckoutSession {
  const { params } = call
  allowOnly(params, [...PARAMETERS, ...IGNORED])
  readMode(params)
  const { items, currency, total } = readLineItems(params)
  checkAmount(total, currency, 'line_items')
  const { offered, allowed } = readMethodTypes(call, currency)
  const id = newIdentifier('cs_test_a1', 56)
  const created = state.clock.seconds()
  const session = checkoutSessionObject({
    id,
    allowed_payment_method_types: allowed,
    amount_subtotal: total,
    amount_total: total,
    cancel_url: params.cancel_url === undefined ? null : readUrl(params, 'cancel_url'),
    client_reference_id: optionalText(params, 'client_reference_id', 200),
    created,
    currency,
    customer: readCustomer(state, params),
    customer_creation: readCreation(params),
    customer_details: null,
    customer_email: optionalText(params, 'customer_email', 800),
    expires_at: readExpiry(params, created),
    locale: optionalText(params, 'locale'),
    metadata: readMetadata(params.metadata),
    payment_intent: null,
    payment_method_options: fieldsOf(params.payment_method_options, 'payment_method_options'),
    payment_method_types: offered,
    payment_status: 'unpaid',
    status: 'open',
    submit_type: optionalText(params, 'submit_type'),
    success_url: readUrl(params, 'success_url'),
    ui_mode: optionalText(params, 'ui_mode') ?? 'hosted_page',
    url: `${state.baseUrl()}/c/pay/${id}`,
  })
  state.intentPlans.put(id, readIntentPlan(params))
  state.lineItems.put(id, items)
  return state.sessions.put(id, session)
}
