/**
 * Who somebody is: accounts and the names that lead to them, passwords and codes, sessions. Which names and which proof
 * a brand asks for stands in its manifest. Answers do not tell whether an account exists.
 */
export { ageProof } from './age.ts'
export { finishIdentifierChange, removeIdentifier, startIdentifierChange } from './change-identifier.ts'
export { changePassword } from './change-password.ts'
export { confirmStaff } from './confirm-staff.ts'
export { correctBirthDate, correctIdentifier } from './correct-registration.ts'
export { createAccount, type NewAccount } from './create-account.ts'
export { endOtherSessions, endSession } from './end-session.ts'
export { findSubjectByIdentifier } from './find-subject-by-identifier.ts'
export { finishRecovery } from './finish-recovery.ts'
export { finishSignUp } from './finish-sign-up.ts'
export {
  askGuardian,
  decideAsGuardian,
  findGuardianQuestion,
  type GuardianQuestion,
  purgeGuardians,
} from './guardian-consent.ts'
export { listLatestSignIns, listSessions } from './list-sessions.ts'
export { nextAuthOptions } from './next-auth.ts'
export { type IdentifierKind, maskIdentifier, normaliseIdentifier } from './normalise-identifier.ts'
export { type Notice, notifyPerson } from './notify-person.ts'
export { purgeCodes } from './one-time-code.ts'
export { registrationHeld, signInsHeld } from './personal-data.ts'
export { claimAddressCode, sendAddressCode } from './prove-address.ts'
export { readIdentifiers } from './read-identifiers.ts'
export { refuseClaim } from './refuse-claim.ts'
export { findSentCode, resendCode } from './resend-code.ts'
export { sendSignInCode } from './send-sign-in-code.ts'
export { signInStaff } from './sign-in-staff.ts'
export { signInWithCode } from './sign-in-with-code.ts'
export { signInWithPassword } from './sign-in-with-password.ts'
export { signOut } from './sign-out.ts'
export { askedIdentifiers } from './sign-up-faults.ts'
export { SignUpForm } from './sign-up-form.ts'
export { startRecovery } from './start-recovery.ts'
export { startSignUp } from './start-sign-up.ts'
export { confirmByCode, confirmByPassword, findStepUpWays, sendStepUpCode } from './step-up.ts'
export { takeBackAgreement } from './take-back-agreement.ts'
export { disableAccount, enableAccount, tombstoneAccount } from './tombstone-account.ts'
export type { Visitor } from './visitor.ts'
