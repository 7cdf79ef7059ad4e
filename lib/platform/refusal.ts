/**
 * An expected "no": shown to the reader in their language from the message catalogue (`errors.<code>`), never logged
 * as a fault. `details` fill the sentence and name the field it belongs to; they hold no personal data.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly details: RefusalDetails

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}

/** `<domain>.<reason>`, in snake case. */
export type RefusalCode = `${string}.${string}`
export type RefusalDetails = Readonly<Record<string, string | number>>
