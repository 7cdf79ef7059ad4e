/**
 * What a form shows after it was sent: done, or refused with what to mend; what was typed comes back. `kept` is a form
 * that waited until whoever filled it in had proved who they are, and is to be sent again.
 */
export interface FormState {
  status: 'idle' | 'done' | 'refused' | 'kept'
  message?: string
  fieldErrors: Record<string, string>
  values: Record<string, string>
  /** Something was typed that is too long to be sent back whole: `values` has its beginning. */
  cut?: true
  /**
   * What was typed is sent back to nobody, since whoever is signed in may be another than who typed it. A tab that still
   * shows it leaves it there.
   */
  stays?: true
}

/** By which a form says which one of its page it is. */
export const FORM_NAME = '$form'

/** By which a form says for whom it was drawn. */
export const SENDER_NAME = '$sender'

export const IDLE: FormState = { status: 'idle', fieldErrors: {}, values: {} }

/**
 * Bytes that a form may send with everything in it: a picture of ten megabytes and the rest. A little less than what Next
 * reads (next.config.ts), so that the portal says so itself.
 */
export const MOST_FORM_BYTES = 12 * 1024 * 1024 - 64 * 1024
