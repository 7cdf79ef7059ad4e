/**
 * Who gets data of a person, given what they decided: the register of the brand seen by one person, refusing a recipient
 * that is not essential, and being asked again when one is new or has changed.
 */
export { acknowledgeRecipient } from './acknowledge-recipient.ts'
export { announceRecipients } from './announce-recipients.ts'
export { countOpenAsks, openAsks } from './count-open-asks.ts'
export { decideRecipient } from './decide-recipient.ts'
export { isRecipientAllowed } from './is-recipient-allowed.ts'
export { listRecipients, type RecipientView } from './list-recipients.ts'
export type { Withheld } from './standing.ts'
export { withheldRecipients } from './withheld-recipients.ts'
