import type { StripeRoute } from './call.ts'
import { listAnswer } from './list-answer.ts'
import { textsOf } from './read-params.ts'
import type { StripeEvent } from './small-objects.ts'
import { missing } from './stripe-error.ts'

const typeFits = (type: string, wanted: string) =>
  wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted

export const chargeRoutes: StripeRoute[] = [
  {
    method: 'GET',
    pattern: '/v1/charges',
    run: (state, { params }) => listAnswer(state.charges, params, '/v1/charges', ['customer', 'payment_intent']),
  },
  {
    method: 'GET',
    pattern: '/v1/charges/:id',
    run: (state, { path }) => {
      const charge = state.charges.get(path.id ?? '')
      if (!charge) throw missing('charge', path.id ?? '')
      return charge
    },
  },
]

export const eventRoutes: StripeRoute[] = [
  {
    method: 'GET',
    pattern: '/v1/events',
    run: (state, { params }) => {
      const one = typeof params.type === 'string' ? [params.type] : []
      const wanted = [...one, ...textsOf(params.types, 'types')]
      const fits = (event: { type: string }) => wanted.length === 0 || wanted.some((name) => typeFits(event.type, name))
      return listAnswer<StripeEvent>(state.events, params, '/v1/events', [], { names: ['type', 'types'], fits })
    },
  },
  {
    method: 'GET',
    pattern: '/v1/events/:id',
    run: (state, { path }) => {
      const event = state.events.get(path.id ?? '')
      if (!event) throw missing('event', path.id ?? '')
      return event
    },
  },
]
