import { newIdentifier } from '../wire/identifier.ts'
import type { Call, StripeRoute } from './call.ts'
import { listAnswer } from './list-answer.ts'
import { allowOnly, optionalText, readMetadata, textsOf } from './read-params.ts'
import { type Customer, type CustomerFacts, customerObject } from './small-objects.ts'
import { invalidRequest, missing } from './stripe-error.ts'
import type { StripeState } from './stripe-state.ts'

const PARAMETERS = ['email', 'name', 'phone', 'description', 'metadata', 'preferred_locales']

function emailOf(params: Call['params']): string | null {
  const email = optionalText(params, 'email', 512)
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw invalidRequest(`Invalid email address: ${email}`, 'email', 'email_invalid')
  }
  return email
}

function createCustomer(state: StripeState, { params }: Call): Customer {
  allowOnly(params, PARAMETERS)
  return newCustomer(state, {
    description: optionalText(params, 'description'),
    email: emailOf(params),
    metadata: readMetadata(params.metadata),
    name: optionalText(params, 'name', 256),
    phone: optionalText(params, 'phone', 20),
    preferred_locales: textsOf(params.preferred_locales, 'preferred_locales'),
  })
}

export function newCustomer(state: StripeState, facts: Partial<CustomerFacts>): Customer {
  const customer = customerObject({
    id: newIdentifier('cus_', 14),
    created: state.clock.seconds(),
    description: null,
    email: null,
    invoice_prefix: newIdentifier('', 8).toUpperCase(),
    metadata: {},
    name: null,
    phone: null,
    preferred_locales: [],
    ...facts,
  })
  state.customers.put(customer.id, customer)
  state.emit('customer.created', customer)
  return customer
}

function findCustomer(state: StripeState, path: Call['path']): Customer {
  const customer = state.customers.get(path.id ?? '')
  if (!customer) throw missing('customer', path.id ?? '')
  return customer
}

function updateCustomer(state: StripeState, { params, path }: Call): Customer {
  allowOnly(params, PARAMETERS)
  const before = findCustomer(state, path)
  const after = state.customers.put(before.id, {
    ...before,
    ...('email' in params ? { email: emailOf(params) } : {}),
    ...('name' in params ? { name: optionalText(params, 'name', 256) } : {}),
    ...('phone' in params ? { phone: optionalText(params, 'phone', 20) } : {}),
    ...('description' in params ? { description: optionalText(params, 'description') } : {}),
    metadata: 'metadata' in params ? readMetadata(params.metadata, before.metadata) : before.metadata,
  })
  state.emit('customer.updated', after)
  return after
}

function deleteCustomer(state: StripeState, { path }: Call): object {
  const customer = findCustomer(state, path)
  state.customers.delete(customer.id)
  for (const method of state.paymentMethods.all()) {
    if (method.customer === customer.id) state.paymentMethods.put(method.id, { ...method, customer: null })
  }
  state.emit('customer.deleted', customer)
  return { id: customer.id, object: 'customer', deleted: true }
}

export const customerRoutes: StripeRoute[] = [
  { method: 'POST', pattern: '/v1/customers', run: createCustomer },
  {
    method: 'GET',
    pattern: '/v1/customers',
    run: (state, { params }) => listAnswer(state.customers, params, '/v1/customers', ['email']),
  },
  { method: 'GET', pattern: '/v1/customers/:id', run: (state, { path }) => findCustomer(state, path) },
  { method: 'POST', pattern: '/v1/customers/:id', run: updateCustomer },
  { method: 'DELETE', pattern: '/v1/customers/:id', run: deleteCustomer },
]
