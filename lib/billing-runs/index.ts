/**
 * Bills that the portal makes by itself: each period of a brand once, after the days for late readings, from estimates
 * where something is missing and held back where even those are not possible. What was estimated and is read later,
 * or came in late, is proposed to staff to be billed anew. How a period is priced and issued is a matter of billing.
 */
export { dismissCorrection } from './dismiss-correction.ts'
export { findCorrections } from './find-corrections.ts'
export { issuePeriods } from './issue-periods.ts'
export { type BillingRuns, findProposal, listBillingRuns, type ProposedCorrection } from './list-billing-runs.ts'
