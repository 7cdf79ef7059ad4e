/**
 * Cards that people keep with the payment service, and bills that are taken from them when they are due: told before,
 * charged once, tried again by the brand's schedule where a refusal may pass, and left to the person where it does not.
 * Charging itself is a matter of payments.
 */
export { autopayNotice } from './autopay-notice.ts'
export { collectDue } from './collect-due.ts'
export { detachCards } from './detach-cards.ts'
export { type ChargePlan, findPlan } from './find-plan.ts'
export { followCharge } from './follow-charge.ts'
export { planCharges } from './plan-charges.ts'
export { type AutopayOrder, type ChargeAttempt, type KeptCard, type PlannedBill, readMeans } from './read-means.ts'
export { giveUpCards, removeCard, removeEveryCard } from './remove-card.ts'
export { setAutopay } from './set-autopay.ts'
export { stopAutopay } from './stop-autopay.ts'
