'use client'

import { createContext } from 'react'
import { type FormState, IDLE } from '#lib/web/form-state.ts'

/** What a field must know about the form it stands in. */
export interface FormContextValue {
  /** Keeps ids apart when a page holds several forms with fields of the same name. */
  readonly prefix: string
  readonly state: FormState
  readonly optionalWord: string
}

export const FormContext = createContext<FormContextValue>({ prefix: 'f', state: IDLE, optionalWord: '' })
