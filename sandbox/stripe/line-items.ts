import type { FormFields, FormValue } from '../wire/form-body.ts'
import { newIdentifier } from '../wire/identifier.ts'
import type { LineItem } from './checkout-session-object.ts'
import { readCurrency } from './currency.ts'
import { allowOnly, fieldsOf, listOf, optionalInteger, requiredInteger, requiredText } from './read-params.ts'
import { invalidRequest } from './stripe-error.ts'

function readLineItem(value: FormValue, place: number): LineItem {
  const at = `line_items[${place}]`
  const line = fieldsOf(value, at)
  allowOnly(line, ['price_data', 'quantity'])
  const price = fieldsOf(line.price_data, `${at}[price_data]`)
  allowOnly(price, ['currency', 'unit_amount', 'product_data', 'tax_behavior'])
  const product = fieldsOf(price.product_data, `${at}[price_data][product_data]`)
  allowOnly(product, ['name', 'description', 'images', 'metadata', 'tax_code'])
  const currency = readCurrency(requiredText(price, 'currency'), `${at}[price_data][currency]`)
  const unit = requiredInteger(price, 'unit_amount', `${at}[price_data][unit_amount]`)
  if (unit < 0) throw invalidRequest('Invalid non-negative integer', `${at}[price_data][unit_amount]`)
  const quantity = optionalInteger(line, 'quantity', `${at}[quantity]`) ?? 1
  if (quantity < 1) throw invalidRequest('Quantity must be 1 or more.', `${at}[quantity]`)
  return {
    id: newIdentifier('li_'),
    object: 'item',
    amount_discount: 0,
    amount_subtotal: unit * quantity,
    amount_tax: 0,
    amount_total: unit * quantity,
    currency,
    description: requiredText(product, 'name'),
    quantity,
  }
}

export function readLineItems(params: FormFields): { items: LineItem[]; currency: string; total: number } {
  const items = listOf(params.line_items, 'line_items').map(readLineItem)
  const [first] = items
  if (!first) throw invalidRequest('Missing required param: line_items.', 'line_items', 'parameter_missing')
  if (items.length > 100) throw invalidRequest('You may only have 100 line items.', 'line_items')
  if (items.some((item) => item.currency !== first.currency)) {
    throw invalidRequest('All prices on a Checkout Session must have the same currency.', 'line_items')
  }
  return { items, currency: first.currency, total: items.reduce((sum, item) => sum + item.amount_total, 0) }
}
