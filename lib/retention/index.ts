/**
 * How long things are kept, and how they end: closing an account and undoing it, its erasure by category with an entry
 * for each and a certificate, and the daily sweep that carries out every date a manifest promises.
 */
export { erasableCategories } from './accept-deletion.ts'
export { cancelAccount } from './cancel-account.ts'
export { deactivateChildAccount, reactivateAccount } from './close-child-account.ts'
export { closingPlan } from './closing-plan.ts'
export { eraseAccount } from './erase-account.ts'
export { acceptDeletionOperation, eraseChildOperation } from './erase-operations.ts'
export { findCertificate } from './find-certificate.ts'
export { type ClosingView, findClosing } from './find-closing.ts'
export { type Replayed, replayErasures } from './replay-erasures.ts'
export { scheduleClosings } from './schedule-closings.ts'
export { sweepRetention } from './sweep-retention.ts'
export { undoCancel } from './undo-cancel.ts'
export { withdrawAsGuardian } from './withdraw-as-guardian.ts'
