'use client'

import { createContext, Fragment, type ReactNode, useContext, useState } from 'react'
import { SENDER_NAME } from '#lib/web/form-state.ts'

const Sender = createContext<string | null>(null)

/**
 * Stands around the pages of whoever is signed in: their forms say for whom they were drawn. Once it is somebody else in
 * the same tab, everything below begins anew, so that nothing typed by the one is sent as the other's.
 */
export function SenderProvider({ mark, children }: { mark: string | null; children: ReactNode }) {
  // No key of its own as long as it is the first: by the keys around it an answer without scripts finds its form again.
  const [first] = useState(mark)
  return (
    <Sender value={mark}>
      <Fragment key={mark === first ? 'first' : mark}>{children}</Fragment>
    </Sender>
  )
}

/** What is sent as SENDER_NAME by a script that sends no form of the page; empty on the pages of nobody. */
export function useSender(): string {
  return useContext(Sender) ?? ''
}

/** The same as a field, in each form around an action. */
export function SenderField() {
  const mark = useContext(Sender)
  return mark === null ? null : <input type="hidden" name={SENDER_NAME} value={mark} />
}
