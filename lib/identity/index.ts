/**
 * Who somebody is: accounts and the names that lead to them, passwords and codes, sessions. Which names and which proof
 * a brand asks for stands in its manifest. Answers do not tell whether an account exists.
 */
export { ageProof } from './age.ts'
export { createAccount, type NewAccount } from './create-account.ts'
export { findSubjectByIdentifier } from './find-subject-by-identifier.ts'
export { finishSignUp } from './finish-sign-up.ts'
export { normaliseIdentifier } from './normalise-identifier.ts'
export { findSentCode, resendCode } from './resend-code.ts'
export { sendSignInCode } from './send-sign-in-code.ts'
export { signInWithCode } from './sign-in-with-code.ts'
export { signInWithPassword } from './sign-in-with-password.ts'
export { signOut } from './sign-out.ts'
export { askedIdentifiers } from './sign-up-faults.ts'
export { SignUpForm } from './sign-up-form.ts'
export { startSignUp } from './start-sign-up.ts'
export type { Visitor } from './visitor.ts'
