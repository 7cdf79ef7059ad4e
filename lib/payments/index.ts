/**
 * Paying a bill through a provider. The provider alone knows whether money moved: every way in (webhook, the person's
 * return, the reconciler) asks it and converges to what it says, and money is posted once for each movement.
 */

export { type LinkedPayment, openPayLink } from './by-link/open-pay-link.ts'
export { payByLink } from './by-link/pay-by-link.ts'
export { sendPayLink } from './by-link/send-pay-link.ts'
export { closeCheckout } from './close-checkout.ts'
export { convergeEvent } from './converge-event.ts'
export { detachCard } from './detach-card.ts'
export { KEEPING, keepingNotice } from './keeping-notice.ts'
export { listPayments, type PaymentView } from './list-payments.ts'

export { listWaysToPay, type WayToPay } from './list-ways-to-pay.ts'
export { isOffered } from './offered-methods.ts'
export { openSavedPayment } from './open-saved-payment.ts'
export { payByCredit } from './pay-by-credit.ts'
export { payOutCredit } from './pay-out-credit.ts'
export { receiveEvent } from './receive-event.ts'
export { recheckBill } from './recheck-bill.ts'
export { type Reconciliation, reconcilePayments } from './reconcile-payments.ts'
export { type PastPayment, recordPastPayment } from './record-past-payment.ts'
export { listTakenPayments, type TakenPayment } from './refunds/list-taken-payments.ts'
export { refundOperation } from './refunds/refund-operation.ts'
export { sendRefund } from './refunds/send-refund.ts'
export { settlePayment } from './settle-payment.ts'
export { type ReturnedPayment, settleReturned } from './settle-returned.ts'
export { startPayment } from './start-payment.ts'
export { verifyPayPalWebhook } from './verify-paypal-webhook.ts'
export { verifyStripeWebhook } from './verify-stripe-webhook.ts'
