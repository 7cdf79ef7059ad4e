/**
 * A change of controller (WBP-10): begun by two people, told to everybody with the question whether they agree; whoever
 * says nothing is reminded twice before the day; data of those who agree is taken out for the new controller, and the accounts of all others are closed as the policy says.
 */
export { answerChange } from './answer-change.ts'
export { exportAgreedOperation } from './export-agreed.ts'
export { type ChangeView, findMyChange, type MyChange, readChange } from './read-change.ts'
export { remindSilent } from './remind-silent.ts'
export { settleChange } from './settle-change.ts'
export { startChangeOperation } from './start-change.ts'
