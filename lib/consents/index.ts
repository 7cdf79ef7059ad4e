/**
 * What a person allows beyond the necessary: one decision a purpose, recorded with the exact text that was shown, never
 * changed afterwards, and in force at once.
 */
export { consentByGiving, purposesByGiving } from './consent-by-giving.ts'
export { type ConsentHistoryEntry, consentHistory, type HistoryCursor } from './consent-history.ts'
export { type ConsentNotice, consentNotice, noticeOf } from './consent-notice.ts'
export { decideConsent } from './decide-consent.ts'
export { decisionName } from './decision-name.ts'
export { getReceipt } from './get-receipt.ts'
export { honourSignal } from './honour-signal.ts'
export { isGranted } from './is-granted.ts'
export { type LastDecision, lastDecisions } from './last-decisions.ts'
export { type ConsentView, listConsents } from './list-consents.ts'
export { consentsHeld } from './personal-data.ts'
export { type DecidingGrant, decisionAfter, oneAtATime, recordDecision } from './record-decision.ts'
export { withdrawAll } from './withdraw-all.ts'
