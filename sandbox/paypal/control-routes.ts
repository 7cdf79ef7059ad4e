import { ControlError, type ControlHandler } from '../wire/control.ts'
import type { Route } from '../wire/router.ts'
import { settleCapture } from './capture-order.ts'
import type { PayPalState } from './paypal-state.ts'
import { settleRefund } from './refund-capture.ts'
import { showCapture, showRefund } from './show.ts'

/** What only reviewers, banks and time decide at the real provider. */
export function payPalControlRoutes(state: PayPalState): Route<ControlHandler>[] {
  return [
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
  ]
}
