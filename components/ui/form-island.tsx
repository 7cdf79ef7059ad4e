'use client'

import { type ReactNode, useActionState, useEffect, useId, useRef, useState } from 'react'
import { FORM_NAME, type FormState, MOST_FORM_BYTES } from '#lib/web/form-state.ts'
import { bridgeBreak } from './bridge-break.ts'
import { type ButtonTone, buttonClass } from './button-class.ts'
import { Details } from './details.tsx'
import { FormContext } from './form-context.ts'
import { useKeptForm } from './kept-form.tsx'
import { Link } from './link.tsx'
import { SenderField } from './sender.tsx'

export interface FormIslandProps {
  action: (state: FormState, data: FormData) => Promise<FormState>
  submit: string
  pending: string
  problemTitle: string
  doneTitle: string
  optionalWord: string
  /** What is said of a form that would be refused for its size alone. */
  tooLarge: string
  /** What is said where a text came back cut. */
  cut: string
  /** What is said where there is no connection, and where it broke on the way. */
  offline: string
  broken: string
  tone?: ButtonTone
  hidden?: Record<string, string>
  children?: ReactNode
  cancel?: { href: string; label: string }
  folded?: ReactNode
  inline?: boolean
  wide?: boolean
  across?: boolean
  label?: string
}

export function FormIsland(props: FormIslandProps) {
  const { action, hidden = {}, inline = false, tone = 'primary' } = props
  const name = props.label ?? props.submit
  // As it began: what is kept is erased once the form was sent.
  const [kept] = useState(useKeptForm(name, hidden))
  const [answer, send, sending] = useActionState(bridgeBreak(action, props.broken), kept.first)
  // Not sent at all: everything typed and chosen stays where it is.
  const [unsent, setUnsent] = useState<FormState | null>(null)
  const state = unsent ?? answer
  const prefix = useId()
  const form = (
    <FormContext value={{ prefix, state, optionalWord: props.optionalWord }}>
      <form
        action={send}
        onSubmit={(event) => {
          const tooLarge = bytesOf(new FormData(event.currentTarget)) > MOST_FORM_BYTES
          const hindrance = tooLarge ? props.tooLarge : navigator.onLine ? null : props.offline
          setUnsent(hindrance === null ? null : { ...answer, status: 'refused', message: hindrance, fieldErrors: {} })
          if (sending || hindrance !== null) event.preventDefault()
        }}
        className={inline ? 'inline-flex flex-col items-start gap-2' : `grid gap-6 ${props.across ? '' : 'max-w-form'}`}
        noValidate
      >
        <Outcome
          state={state}
          prefix={prefix}
          cut={props.cut}
          titles={{ refused: props.problemTitle, done: props.doneTitle, kept: kept.title }}
        />
        <input type="hidden" name={FORM_NAME} value={name} />
        <SenderField />
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
            <Link className={buttonClass('quiet')} href={props.cancel.href}>
              {props.cancel.label}
            </Link>
          ) : null}
        </div>
      </form>
    </FormContext>
  )
  if (!props.folded) return form
  return (
    <Details summary={props.folded} open={state.status !== 'idle'}>
      {form}
    </Details>
  )
}

/** About what the form takes on its way: its texts and files, and a little for each field. */
function bytesOf(data: FormData): number {
  return [...data].reduce(
    (sum, [, value]) => sum + 200 + (typeof value === 'string' ? new Blob([value]).size : value.size),
    0,
  )
}

interface OutcomeProps {
  state: FormState
  prefix: string
  cut: string
  titles: Record<Exclude<FormState['status'], 'idle'>, string>
}

const LOOKS = {
  refused: ['border-bad-line bg-bad-wash', 'text-bad'],
  done: ['border-good-line bg-good-wash', 'text-good'],
  kept: ['border-info-line bg-info-wash', 'text-info'],
} as const

/** The browser then puts the focus there itself when the answer is a page of its own. */
const WITHOUT_SCRIPTS = { autoFocus: true }

/** What became of the form. It takes the focus, so that nobody has to look for it. */
function Outcome({ state, prefix, cut, titles }: OutcomeProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status !== 'idle') box.current?.focus()
  }, [state])
  if (state.status === 'idle' || (state.status === 'done' && !state.message)) return null
  const [frame, words] = LOOKS[state.status]
  // What is said of several fields is said here once, and leads to the first of them.
  const faults = Object.entries(state.fieldErrors).filter(
    ([, text], index, all) => all.findIndex(([, same]) => same === text) === index,
  )
  return (
    <div
      ref={box}
      role={state.status === 'refused' ? 'alert' : 'status'}
      tabIndex={-1}
      {...WITHOUT_SCRIPTS}
      className={`rounded-md border p-4 ${frame}`}
    >
      <p className={`font-semibold ${words}`}>{titles[state.status]}</p>
      {state.message ? <p className="mt-1">{state.message}</p> : null}
      {state.cut ? <p className="mt-1">{cut}</p> : null}
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
