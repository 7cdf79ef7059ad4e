/** What a field on the wire is to a person; several fields may be one thing (`payments.sent`). */
export const SENT_THINGS = [
  'amount',
  'currency',
  'bill_number',
  'reference',
  'method',
  'language',
  'return_address',
  'kind',
  'saved_card',
] as const
export type SentThing = (typeof SENT_THINGS)[number]

const THING_OF: Readonly<Record<string, SentThing>> = {
  mode: 'kind',
  intent: 'kind',
  'line_items.quantity': 'amount',
  'line_items.price_data.unit_amount': 'amount',
  'line_items.price_data.currency': 'currency',
  'line_items.price_data.product_data.name': 'bill_number',
  'metadata.bill_number': 'bill_number',
  allowed_payment_method_types: 'method',
  client_reference_id: 'reference',
  locale: 'language',
  success_url: 'return_address',
  cancel_url: 'return_address',
  'purchase_units.reference_id': 'reference',
  'purchase_units.custom_id': 'reference',
  'purchase_units.invoice_id': 'bill_number',
  'purchase_units.amount.currency_code': 'currency',
  'purchase_units.amount.value': 'amount',
  'application_context.return_url': 'return_address',
  'application_context.cancel_url': 'return_address',
  customer_creation: 'saved_card',
  'payment_intent_data.setup_future_usage': 'saved_card',
  amount: 'amount',
  currency: 'currency',
  customer: 'saved_card',
  payment_method: 'saved_card',
  confirm: 'kind',
  off_session: 'kind',
  'metadata.payment': 'reference',
  payment_intent: 'reference',
  'metadata.refund': 'reference',
  'amount.currency_code': 'currency',
  'amount.value': 'amount',
  custom_id: 'reference',
  out_trade_no: 'reference',
  subject: 'bill_number',
  description: 'bill_number',
  total_amount: 'amount',
  'amount.total': 'amount',
  'amount.currency': 'currency',
  notify_url: 'return_address',
  return_url: 'return_address',
}

/** The things that fields tell, each once, in a fixed order; a field that has no word yet is named as it is on the wire. */
export function thingsSent(fields: readonly string[]): { things: SentThing[]; unnamed: string[] } {
  const told = new Set(fields.map((field) => THING_OF[field]))
  return {
    things: SENT_THINGS.filter((thing) => told.has(thing)),
    unnamed: fields.filter((field) => THING_OF[field] === undefined),
  }
}
