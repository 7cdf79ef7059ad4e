/** What a form shows after it was sent: done, or refused with what to mend; what was typed comes back. */
export interface FormState {
  status: 'idle' | 'done' | 'refused'
  message?: string
  fieldErrors: Record<string, string>
  values: Record<string, string>
}

export const IDLE: FormState = { status: 'idle', fieldErrors: {}, values: {} }
