/**
 * Telling recipients what a person decided: queued in the transaction of the decision, signed, tried again with growing
 * pauses, seen by the person, and put before staff where it reached nobody.
 */

export { countFailed } from './count-failed.ts'
export { type DeliveryCursor, type DeliveryView, listDeliveries } from './list-deliveries.ts'
export { type FailedDelivery, listFailedDeliveries } from './list-failed-deliveries.ts'
export { type ConsentNews, queueDeliveries } from './queue-deliveries.ts'
export { resendDelivery } from './resend-delivery.ts'
export { sendDelivery } from './send-delivery.ts'
