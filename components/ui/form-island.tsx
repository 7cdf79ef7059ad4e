'use client'

import Link from 'next/link'
import { type ReactNode, useActionState, useEffect, useId, useRef } from 'react'
import { type FormState, IDLE } from '#lib/web/form-state.ts'
import { type ButtonTone, buttonClass } from './button-class.ts'
import { FormContext } from './form-context.ts'

export interface FormIslandProps {
  action: (state: FormState, data: FormData) => Promise<FormState>
  submit: string
  pending: string
  problemTitle: string
  doneTitle: string
  optionalWord: string
  tone?: ButtonTone
  hidden?: Record<string, string>
  children?: ReactNode
  cancel?: { href: string; label: string }
  inline?: boolean
  wide?: boolean
  label?: string
}

export function FormIsland(props: FormIslandProps) {
  const { action, hidden = {}, inline = false, tone = 'primary' } = props
  const [state, send, sending] = useActionState(action, IDLE)
  const prefix = useId()
  return (
    <FormContext value={{ prefix, state, optionalWord: props.optionalWord }}>
      <form
        action={send}
        onSubmit={(event) => {
          if (sending) event.preventDefault()
        }}
        className={inline ? 'inline-flex flex-col items-start gap-2' : 'grid max-w-form gap-6'}
        noValidate
      >
        <Outcome state={state} prefix={prefix} problemTitle={props.problemTitle} doneTitle={props.doneTitle} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {props.children}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <button
            type="submit"
            className={buttonClass(tone, props.wide)}
            aria-disabled={sending}
            aria-label={sending ? undefined : props.label}
          >
            {sending ? props.pending : props.submit}
          </button>
          {props.cancel ? (
            <Link className={buttonClass('quiet')} href={props.cancel.href} prefetch={false}>
              {props.cancel.label}
            </Link>
          ) : null}
        </div>
      </form>
    </FormContext>
  )
}

interface OutcomeProps {
  state: FormState
  prefix: string
  problemTitle: string
  doneTitle: string
}

/** The browser then puts the focus there itself when the answer is a page of its own. */
const WITHOUT_SCRIPTS = { autoFocus: true }

/** What became of the form. It takes the focus, so that nobody has to look for it. */
function Outcome({ state, prefix, problemTitle, doneTitle }: OutcomeProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status !== 'idle') box.current?.focus()
  }, [state])
  if (state.status === 'idle' || (state.status === 'done' && !state.message)) return null
  const refused = state.status === 'refused'
  const faults = Object.entries(state.fieldErrors)
  return (
    <div
      ref={box}
      role={refused ? 'alert' : 'status'}
      tabIndex={-1}
      {...WITHOUT_SCRIPTS}
      className={`rounded-md border p-4 ${refused ? 'border-bad-line bg-bad-wash' : 'border-good-line bg-good-wash'}`}
    >
      <p className={`font-semibold ${refused ? 'text-bad' : 'text-good'}`}>{refused ? problemTitle : doneTitle}</p>
      {state.message ? <p className="mt-1">{state.message}</p> : null}
      {faults.length > 0 && faults[0]?.[1] !== state.message ? (
        <ul className="mt-2 grid gap-1">
          {faults.map(([name, text]) => (
            <li key={name}>
              <a className="text-bad underline underline-offset-4" href={`#${prefix}-${name}`}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
