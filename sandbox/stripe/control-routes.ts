import { ControlError, type ControlHandler } from '../wire/control.ts'
import { addUp } from '../wire/provider-books.ts'
import type { Route } from '../wire/router.ts'
import { DECLINES, isDecline } from './declines.ts'
import { closeDispute, openDispute } from './disputes.ts'
import { settleRefund } from './refunds.ts'
import { settlePromised } from './settle-session.ts'
import type { StripeState } from './stripe-state.ts'

/** What only banks and time decide at the real provider. */
export function stripeControlRoutes(state: StripeState): Route<ControlHandler>[] {
  return [
    {
      method: 'GET',
      pattern: '/_sandbox/books',
      run: () =>
        addUp([
          ...state.charges
            .all()
            .map(({ currency, amount_captured: minor }) => ({ currency, minor, kind: 'captured' as const })),
          ...state.charges
            .all()
            .map(({ currency, amount_refunded: minor }) => ({ currency, minor, kind: 'refunded' as const })),
          ...state.disputes
            .all()
            .filter(({ status }) => status !== 'won')
            .map(({ currency, amount: minor }) => ({ currency, minor, kind: 'disputed' as const })),
        ]),
    },
    {
      method: 'POST',
      pattern: '/_sandbox/sessions/:id/settle',
      run: ({ outcome }, { id = '' }) => {
        if (outcome !== 'succeeds' && outcome !== 'fails') throw new ControlError('outcome: succeeds or fails.')
        if (!settlePromised(state, id, outcome)) throw new ControlError('No payment is promised for this session.')
        return state.sessions.get(id)
      },
    },
    {
      method: 'POST',
      pattern: '/_sandbox/payment_methods/:id/behaves',
      run: ({ outcome }, { id = '' }) => {
        if (!state.paymentMethods.get(id)) throw new ControlError('No such payment method.')
        const known = outcome === 'succeeds' || isDecline(outcome)
        if (!known) throw new ControlError(`outcome: succeeds, ${Object.keys(DECLINES).join(', ')}.`)
        return state.behaviours.put(id, { methodId: id, outcome })
      },
    },
    {
      method: 'POST',
      pattern: '/_sandbox/refunds/next',
      run: ({ outcome }) => {
        if (outcome !== 'pending' && outcome !== 'failed') throw new ControlError('outcome: pending or failed.')
        state.nextRefund = outcome
        return { outcome }
      },
    },
    {
      method: 'POST',
      pattern: '/_sandbox/refunds/:id/settle',
      run: ({ outcome }, { id = '' }) => {
        const refund = state.refunds.get(id)
        if (outcome !== 'succeeded' && outcome !== 'failed') throw new ControlError('outcome: succeeded or failed.')
        if (refund?.status !== 'pending') throw new ControlError('No such pending refund.')
        return settleRefund(state, refund, outcome)
      },
    },
    {
      method: 'POST',
      pattern: '/_sandbox/disputes',
      run: ({ charge, reason }) => {
        const found = state.charges.get(String(charge))
        if (found?.status !== 'succeeded') throw new ControlError('No such paid charge.')
        return openDispute(state, found, typeof reason === 'string' ? reason : 'fraudulent')
      },
    },
    {
      method: 'POST',
      pattern: '/_sandbox/disputes/:id/close',
      run: ({ outcome }, { id = '' }) => {
        const dispute = state.disputes.get(id)
        if (outcome !== 'won' && outcome !== 'lost') throw new ControlError('outcome: won or lost.')
        if (dispute?.status !== 'needs_response') throw new ControlError('No such open dispute.')
        return closeDispute(state, dispute, outcome)
      },
    },
  ]
}
