'use client'

import { useActionState, useId } from 'react'
import { type FormState, IDLE } from '#lib/web/form-state.ts'
import { bridgeBreak } from './bridge-break.ts'
import { SenderField } from './sender.tsx'

export interface SwitchIslandProps {
  action: (state: FormState, data: FormData) => Promise<FormState>
  name: string
  label: string
  on: boolean
  hidden?: Record<string, string>
  onWord: string
  offWord: string
  problemTitle: string
  /** What is said where the connection broke on the way. */
  broken: string
}

export function SwitchIsland({
  action,
  name,
  label,
  on,
  hidden = {},
  onWord,
  offWord,
  problemTitle,
  broken,
}: SwitchIslandProps) {
  const id = useId()
  const [state, send, sending] = useActionState(bridgeBreak(action, broken), IDLE)
  const shown = sending ? !on : on
  return (
    <form action={send}>
      <SenderField />
      {Object.entries(hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <div className="flex min-h-11 items-center justify-between gap-4">
        <span id={id} className="font-medium">
          {label}
        </span>
        <button
          type="submit"
          role="switch"
          name={name}
          value={on ? 'off' : 'on'}
          aria-checked={shown}
          aria-labelledby={id}
          aria-disabled={sending}
          className="group inline-flex min-h-11 shrink-0 cursor-pointer items-center gap-2 rounded-md px-1"
        >
          <span className="text-sm text-ink-soft" aria-hidden="true">
            {shown ? onWord : offWord}
          </span>
          <span className="flex h-7 w-12 items-center rounded-full border-2 border-line-strong bg-canvas px-0.5 transition-colors group-aria-checked:border-accent group-aria-checked:bg-accent">
            <span className="size-5 rounded-full bg-line-strong transition-transform group-aria-checked:translate-x-4.5 group-aria-checked:bg-on-accent" />
          </span>
        </button>
      </div>
      {state.status === 'refused' ? (
        <p role="alert" className="rounded-md border border-bad-line bg-bad-wash p-3 text-bad">
          <span className="font-semibold">{problemTitle}.</span> {state.message}
        </p>
      ) : null}
    </form>
  )
}
