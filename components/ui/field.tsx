'use client'

import { type ReactNode, useContext } from 'react'
import { FormContext } from './form-context.ts'

export interface FieldOption {
  value: string
  label: string
  hint?: string
}

export interface FieldProps {
  name: string
  label: string
  /** `select` and `radio` need options. A checkbox sends `on`, or its `value`. */
  kind?:
    | 'text'
    | 'email'
    | 'tel'
    | 'password'
    | 'number'
    | 'date'
    | 'datetime-local'
    | 'search'
    | 'url'
    | 'file'
    | 'textarea'
    | 'select'
    | 'radio'
    | 'checkbox'
  hint?: ReactNode
  /** A fault known beforehand; after sending, the form's own answer takes its place. */
  error?: string
  defaultValue?: string
  defaultChecked?: boolean
  value?: string
  options?: readonly FieldOption[]
  /** Fields are required unless they say otherwise, and then the label says so. */
  optional?: boolean
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  maxLength?: number
  min?: string
  max?: string
  accept?: string
  disabled?: boolean
  /** Characters that the box is wide for; it says how long an answer is expected. */
  width?: 4 | 8 | 16 | 32
  rows?: number
  /** The language that is written here, where it is not the reader's. */
  lang?: string
}

const BOX =
  'block min-h-11 w-full rounded-md border bg-canvas px-3 py-2 text-base text-ink placeholder:text-ink-soft ' +
  'disabled:bg-sunken disabled:text-ink-soft file:me-3 file:cursor-pointer file:rounded-sm file:border file:border-line-strong ' +
  'file:bg-sunken file:px-3 file:text-sm file:font-medium file:text-ink'
const WIDTH = { 4: 'max-w-24', 8: 'max-w-36', 16: 'max-w-64', 32: 'max-w-form' } as const

/** What a control is called, told and tied to, whichever kind it is. */
interface Tie {
  id: string
  fault: string | undefined
  typed: string | undefined
  describedBy: string | undefined
}

/** One question with its hint and its fault. Inside a Form it shows what the form answered and keeps what was typed. */
export function Field(props: FieldProps) {
  const { prefix, state, optionalWord } = useContext(FormContext)
  const id = `${prefix}-${props.name}`
  const fault = state.status === 'refused' ? state.fieldErrors[props.name] : props.error
  const cameBack = state.status === 'refused' || state.status === 'kept'
  const typed = cameBack ? (state.values[props.name] ?? props.defaultValue) : props.defaultValue
  const described = [props.hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ')
  const tie: Tie = { id, fault, typed, describedBy: described || undefined }
  if (props.kind === 'radio') return <RadioGroup {...props} tie={tie} />
  if (props.kind === 'checkbox') {
    const checked = cameBack ? props.name in state.values : props.defaultChecked
    return <Checkbox {...props} tie={tie} checked={checked ?? false} />
  }
  return (
    <div className={fault ? 'border-l-4 border-bad pl-4' : ''}>
      <label htmlFor={id} className="mb-1 block font-medium">
        {props.label}{' '}
        {props.optional && optionalWord ? <span className="font-normal text-ink-soft">({optionalWord})</span> : null}
      </label>
      <Hint id={id}>{props.hint}</Hint>
      <Fault id={id}>{fault}</Fault>
      <Control {...props} tie={tie} />
    </div>
  )
}

function Control({ tie, kind = 'text', options = [], ...props }: FieldProps & { tie: Tie }) {
  const shared = {
    id: tie.id,
    name: props.name,
    lang: props.lang,
    disabled: props.disabled,
    autoComplete: props.autoComplete,
    'aria-describedby': tie.describedBy,
    'aria-invalid': tie.fault ? true : undefined,
    'aria-required': !props.optional,
    className: `${BOX} ${tie.fault ? 'border-bad' : 'border-line-strong'} ${WIDTH[props.width ?? 32]}`,
  }
  if (kind === 'select') {
    return (
      // React does not put a select back to a new default when the form is reset; a key of its own does.
      <select key={tie.typed} {...shared} defaultValue={tie.typed}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  if (kind === 'textarea') {
    return <textarea {...shared} rows={props.rows ?? 4} maxLength={props.maxLength} defaultValue={tie.typed} />
  }
  return (
    <input
      {...shared}
      type={kind}
      inputMode={props.inputMode}
      maxLength={props.maxLength}
      min={props.min}
      max={props.max}
      accept={props.accept}
      defaultValue={kind === 'password' || kind === 'file' ? undefined : tie.typed}
    />
  )
}

function RadioGroup({ tie, options = [], ...props }: FieldProps & { tie: Tie }) {
  return (
    <fieldset
      id={tie.id}
      tabIndex={-1}
      aria-describedby={tie.describedBy}
      className={tie.fault ? 'border-l-4 border-bad pl-4' : ''}
    >
      <legend className="mb-1 font-medium">{props.label}</legend>
      <Hint id={tie.id}>{props.hint}</Hint>
      <Fault id={tie.id}>{tie.fault}</Fault>
      <div className="grid gap-1">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-11 items-start gap-3 py-2">
            <input
              type="radio"
              name={props.name}
              value={option.value}
              defaultChecked={tie.typed === option.value}
              disabled={props.disabled}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            <span>
              {option.label}
              {option.hint ? <span className="block text-sm text-ink-soft">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Checkbox({ tie, checked, ...props }: FieldProps & { tie: Tie; checked: boolean }) {
  return (
    <div className={tie.fault ? 'border-l-4 border-bad pl-4' : ''}>
      <Fault id={tie.id}>{tie.fault}</Fault>
      <label htmlFor={tie.id} className="flex min-h-11 items-start gap-3 py-2">
        <input
          id={tie.id}
          type="checkbox"
          name={props.name}
          value={props.value ?? 'on'}
          defaultChecked={checked}
          disabled={props.disabled}
          aria-describedby={tie.describedBy}
          aria-invalid={tie.fault ? true : undefined}
          className="mt-0.5 size-5 shrink-0 accent-accent"
        />
        <span>{props.label}</span>
      </label>
      <div className="ps-8">
        <Hint id={tie.id}>{props.hint}</Hint>
      </div>
    </div>
  )
}

function Hint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null
  return (
    <p id={`${id}-hint`} className="mb-2 text-sm text-ink-soft">
      {children}
    </p>
  )
}

function Fault({ id, children }: { id: string; children: string | undefined }) {
  if (!children) return null
  return (
    <p id={`${id}-fault`} className="mb-2 font-medium text-bad">
      {children}
    </p>
  )
}
