import { balanceTransactionById } from './balance-transactions.ts'
import type { Call } from './call.ts'
import { textsOf } from './read-params.ts'
import { invalidRequest } from './stripe-error.ts'
import type { StripeState } from './stripe-state.ts'

type Loose = Record<string, unknown>

const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)

function findById(state: StripeState, id: string): object | undefined {
  if (id.startsWith('pi_')) return state.paymentIntents.get(id)
  if (id.startsWith('ch_')) return state.charges.get(id)
  if (id.startsWith('cus_')) return state.customers.get(id)
  if (id.startsWith('pm_')) return state.paymentMethods.get(id)
  if (id.startsWith('re_')) return state.refunds.get(id)
  if (id.startsWith('txn_')) return balanceTransactionById(state, id)
  return undefined
}

/** Lists that are left out unless asked for. */
function included(state: StripeState, parent: Loose, name: string): unknown {
  const id = String(parent.id)
  if (parent.object === 'checkout.session' && name === 'line_items') {
    const url = `/v1/checkout/sessions/${id}/line_items`
    return { object: 'list', data: state.lineItems.get(id) ?? [], has_more: false, url }
  }
  if (parent.object === 'charge' && name === 'refunds') {
    const data = state.refunds.all().filter((refund) => refund.charge === id)
    return { object: 'list', data: data.reverse(), has_more: false, url: `/v1/charges/${id}/refunds` }
  }
  return undefined
}

function expandAt(state: StripeState, value: Loose, [name = '', ...rest]: string[], whole: string): Loose {
  // What is null can be asked for and stays null.
  const held = name in value ? value[name] : included(state, value, name)
  if (held === undefined) {
    throw invalidRequest(`This property cannot be expanded (${whole}).`, 'expand')
  }
  if (Array.isArray(held)) {
    return { ...value, [name]: held.map((one) => (isLoose(one) ? expandAt(state, one, rest, whole) : one)) }
  }
  const target = typeof held === 'string' ? findById(state, held) : held
  if (held !== null && target === undefined) {
    throw invalidRequest(`This property cannot be expanded (${whole}).`, 'expand')
  }
  if (!isLoose(target)) return value
  return { ...value, [name]: rest.length > 0 ? expandAt(state, target, rest, whole) : target }
}

/** Puts the objects in the place of their ids that `expand[]` asks for, four levels deep at most. */
export function expand(state: StripeState, call: Call, object: object): object {
  let answer: Loose = { ...object }
  for (const path of textsOf(call.params.expand, 'expand')) {
    const names = path.split('.')
    if (names.length > 4) throw invalidRequest('You cannot expand more than 4 levels of a property.', 'expand')
    answer = expandAt(state, answer, names, path)
  }
  return answer
}
