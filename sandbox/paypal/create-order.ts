import { newPayPalIdentifier } from '../wire/identifier.ts'
import { minorOf, moneyOf, readMoney } from './money.ts'
import { malformed, PayPalError, unprocessable } from './paypal-error.ts'
import type { Order, PayPalState, PurchaseUnit } from './paypal-state.ts'
import { isJson, type Json, objectOf, textOf } from './read-body.ts'

const PARTS = ['item_total', 'shipping', 'handling', 'tax_total', 'insurance']
const REDUCTIONS = ['shipping_discount', 'discount']

/** The sum of a breakdown must be the amount, to the cent. */
function checkBreakdown(amount: Json, at: string): void {
  const breakdown = amount.breakdown
  if (!isJson(breakdown)) return
  const whole = readMoney(amount, at)
  const sumOf = (names: string[]) =>
    names.reduce((sum, name) => {
      const part = breakdown[name]
      if (!isJson(part)) return sum
      if (part.currency_code !== whole.currency_code) {
        throw unprocessable('CURRENCY_MISMATCH', 'Currency codes of all fields must match.', `${at}/breakdown/${name}`)
      }
      return (
        sum +
        minorOf(
          moneyOf(minorOf({ currency_code: whole.currency_code, value: String(part.value) }), whole.currency_code),
        )
      )
    }, 0)
  if (sumOf(PARTS) - sumOf(REDUCTIONS) !== minorOf(whole)) {
    const description =
      'Should equal item_total + tax_total + shipping + handling + insurance - shipping_discount - discount.'
    throw unprocessable('AMOUNT_MISMATCH', description, `${at}/value`)
  }
}

function readUnit(value: unknown, place: number): PurchaseUnit {
  const unit = isJson(value) ? value : {}
  const at = `/purchase_units/${place}`
  const amount = objectOf(unit, 'amount')
  const money = readMoney(amount, `${at}/amount`)
  checkBreakdown(amount, `${at}/amount`)
  const description = textOf(unit, 'description', `${at}/description`, 127)
  const customId = textOf(unit, 'custom_id', `${at}/custom_id`, 127)
  const invoiceId = textOf(unit, 'invoice_id', `${at}/invoice_id`, 127)
  const descriptor = textOf(unit, 'soft_descriptor', `${at}/soft_descriptor`, 22)
  return {
    reference_id: textOf(unit, 'reference_id', `${at}/reference_id`, 256) ?? 'default',
    amount: { ...money, ...(isJson(amount.breakdown) ? { breakdown: amount.breakdown } : {}) },
    ...(description ? { description } : {}),
    ...(customId ? { custom_id: customId } : {}),
    ...(invoiceId ? { invoice_id: invoiceId } : {}),
    ...(descriptor ? { soft_descriptor: descriptor } : {}),
    ...(Array.isArray(unit.items) ? { items: unit.items } : {}),
  }
}

function readUnits(body: Json): PurchaseUnit[] {
  const given = body.purchase_units
  if (!Array.isArray(given) || given.length === 0) {
    throw malformed('MISSING_REQUIRED_PARAMETER', 'A required field is missing.', '/purchase_units')
  }
  if (given.length > 10) {
    throw malformed(
      'INVALID_ARRAY_MAX_ITEMS',
      'The number of items in an array parameter is too large.',
      '/purchase_units',
    )
  }
  const units = given.map(readUnit)
  if (new Set(units.map((unit) => unit.reference_id)).size !== units.length) {
    throw unprocessable('DUPLICATE_REFERENCE_ID', 'Each reference_id must be unique.', '/purchase_units')
  }
  return units
}

function readUrl(context: Json, name: string): string | null {
  const text = textOf(context, name, `/application_context/${name}`, 4000)
  if (text !== null && (!/^https?:\/\//.test(text) || !URL.canParse(text))) {
    throw malformed(
      'INVALID_PARAMETER_SYNTAX',
      'The value of a field is not a URL.',
      `/application_context/${name}`,
      text,
    )
  }
  return text
}

export function createOrder(state: PayPalState, body: Json, requestId: string | null): Order {
  if (body.intent !== 'CAPTURE') {
    const issue = body.intent === undefined ? 'MISSING_REQUIRED_PARAMETER' : 'INVALID_PARAMETER_VALUE'
    throw malformed(issue, 'This stand-in serves the intent CAPTURE.', '/intent')
  }
  const wallet = objectOf(objectOf(body, 'payment_source'), 'paypal')
  const newStyle = isJson(objectOf(body, 'payment_source').paypal)
  if (newStyle && requestId === null) {
    const description = 'A PayPal-Request-Id is required if you are trying to process payment for an Order.'
    throw new PayPalError(400, [{ issue: 'PAYPAL_REQUEST_ID_REQUIRED', description }])
  }
  const context = newStyle ? objectOf(wallet, 'experience_context') : objectOf(body, 'application_context')
  const now = state.clock.iso()
  const order: Order = {
    id: newPayPalIdentifier(),
    status: newStyle ? 'PAYER_ACTION_REQUIRED' : 'CREATED',
    createTime: now,
    updateTime: now,
    touchedAt: state.clock.now(),
    units: readUnits(body),
    returnUrl: readUrl(context, 'return_url'),
    cancelUrl: readUrl(context, 'cancel_url'),
    brandName: textOf(context, 'brand_name', '/application_context/brand_name', 127),
    plan: 'completes',
    captureIds: [],
    newStyle,
  }
  return state.orders.put(order.id, order)
}
