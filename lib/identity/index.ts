/**
 * Who somebody is: accounts and the names that lead to them, passwords and codes, sessions. Which names and which proof
 * a brand asks for stands in its manifest. Answers do not tell whether an account exists.
 */

export { purgeCodes } from './codes/one-time-code.ts'
export { refuseClaim } from './codes/refuse-claim.ts'
export { findSentCode, resendCode } from './codes/resend-code.ts'
export { createAccount, type NewAccount } from './create-account.ts'
export { ageProof } from './guardians/age.ts'
export {
  askGuardian,
  decideAsGuardian,
  findGuardianQuestion,
  type GuardianQuestion,
  purgeGuardians,
} from './guardians/guardian-consent.ts'
export { takeBackAgreement } from './guardians/take-back-agreement.ts'
export { finishIdentifierChange, removeIdentifier, startIdentifierChange } from './names/change-identifier.ts'
export { correctBirthDate, correctIdentifier } from './names/correct-registration.ts'
export { findSubjectByIdentifier } from './names/find-subject-by-identifier.ts'
export { type IdentifierKind, maskIdentifier, normaliseIdentifier } from './names/normalise-identifier.ts'
export { claimAddressCode, sendAddressCode } from './names/prove-address.ts'
export { readIdentifiers } from './names/read-identifiers.ts'
export { type Notice, notifyPerson } from './notify-person.ts'
export { changePassword } from './passwords/change-password.ts'
export { finishRecovery } from './passwords/finish-recovery.ts'
export { startRecovery } from './passwords/start-recovery.ts'
export { registrationHeld, signInsHeld } from './personal-data.ts'
export { endOtherSessions, endSession } from './sessions/end-session.ts'
export { listLatestSignIns, listSessions } from './sessions/list-sessions.ts'
export { signOut } from './sessions/sign-out.ts'
export { confirmStaff } from './sign-in/confirm-staff.ts'
export { nextAuthOptions } from './sign-in/next-auth.ts'
export { sendSignInCode } from './sign-in/send-sign-in-code.ts'
export { signInStaff } from './sign-in/sign-in-staff.ts'
export { signInWithCode } from './sign-in/sign-in-with-code.ts'
export { signInWithPassword } from './sign-in/sign-in-with-password.ts'
export { confirmByCode, confirmByPassword, findStepUpWays, sendStepUpCode } from './sign-in/step-up.ts'
export { finishSignUp } from './sign-up/finish-sign-up.ts'
export { askedIdentifiers } from './sign-up/sign-up-faults.ts'
export { SignUpForm } from './sign-up/sign-up-form.ts'
export { startSignUp } from './sign-up/start-sign-up.ts'
export { disableAccount, enableAccount, tombstoneAccount } from './tombstone-account.ts'
export type { Visitor } from './visitor.ts'
