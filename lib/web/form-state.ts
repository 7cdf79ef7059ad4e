/** What a form shows after it was sent: done, or refused with what to mend; what was typed comes back. */
export interface FormState {
  status: 'idle' | 'done' | 'refused'
  message?: string
  fieldErrors: Record<string, string>
  values: Record<string, string>
}

export const IDLE: FormState = { status: 'idle', fieldErrors: {}, values: {} }

/**
 * Bytes that a form may send with everything in it: a picture of ten megabytes and the rest. A little less than what Next
 * reads (next.config.ts), so that the portal says so itself.
 */
export const MOST_FORM_BYTES = 12 * 1024 * 1024 - 64 * 1024
