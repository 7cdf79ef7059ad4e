import { ControlError, type ControlHandler } from '../wire/control.ts'
import { addUp } from '../wire/provider-books.ts'
import type { Route } from '../wire/router.ts'
import { settleCapture } from './capture-order.ts'
import { closeDispute, openDispute } from './disputes.ts'
import type { PayPalState } from './paypal-state.ts'
import { settleRefund } from './refund-capture.ts'
import { showCapture, showDispute, showRefund } from './show.ts'

/** What only reviewers, banks and time decide at the real provider. */
export function payPalControlRoutes(state: PayPalState): Route<ControlHandler>[] {
  return [
    {
      method: 'GET',
      pattern: '/_sandbox/books',
      run: () => {
        const taken = state.captures.all().filter(({ status }) => status !== 'PENDING' && status !== 'DECLINED')
        return addUp([
          ...taken.map(({ currency, minor }) => ({ currency, minor, kind: 'captured' as const })),
          ...taken.map(({ currency, refundedMinor: minor }) => ({ currency, minor, kind: 'refunded' as const })),
          ...state.disputes
            .all()
            .filter(({ outcome }) => outcome !== 'RESOLVED_SELLER_FAVOUR')
            .map(({ currency, minor }) => ({ currency, minor, kind: 'disputed' as const })),
        ])
      },
    },
    {
      method: 'POST',
      pattern: '/_sandbox/captures/:id/settle',
      run: ({ outcome }, { id = '' }) => {
        const capture = state.captures.get(id)
        if (outcome !== 'COMPLETED' && outcome !== 'DENIED') throw new ControlError('outcome: COMPLETED or DENIED.')
        if (capture?.status !== 'PENDING') throw new ControlError('No such pending capture.')
        return showCapture(state, settleCapture(state, capture, outcome))
      },
    },
    {
      method: 'POST',
      pattern: '/_sandbox/refunds/next',
      run: ({ outcome }) => {
        if (outcome !== 'PENDING') throw new ControlError('outcome: PENDING.')
        state.nextRefund = outcome
        return { outcome }
      },
    },
    {
      method: 'POST',
      pattern: '/_sandbox/refunds/:id/settle',
      run: ({ outcome }, { id = '' }) => {
        const refund = state.refunds.get(id)
        if (outcome !== 'COMPLETED' && outcome !== 'FAILED') throw new ControlError('outcome: COMPLETED or FAILED.')
        if (refund?.status !== 'PENDING') throw new ControlError('No such pending refund.')
        return showRefund(state, settleRefund(state, refund, outcome))
      },
    },
    {
      method: 'POST',
      pattern: '/_sandbox/disputes',
      run: ({ capture, reason }) => {
        const found = state.captures.get(String(capture))
        if (!found || found.status === 'PENDING' || found.status === 'DECLINED')
          throw new ControlError('No such capture.')
        return showDispute(state, openDispute(state, found, typeof reason === 'string' ? reason : 'UNAUTHORISED'))
      },
    },
    {
      method: 'POST',
      pattern: '/_sandbox/disputes/:id/close',
      run: ({ outcome }, { id = '' }) => {
        const dispute = state.disputes.get(id)
        if (outcome !== 'won' && outcome !== 'lost') throw new ControlError('outcome: won or lost.')
        if (dispute?.status !== 'UNDER_REVIEW') throw new ControlError('No such open dispute.')
        return showDispute(state, closeDispute(state, dispute, outcome))
      },
    },
  ]
}
