import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type FormState, MOST_FORM_BYTES } from '#lib/web/form-state.ts'
import type { ButtonTone } from './button.tsx'
import { FormIsland } from './form-island.tsx'

export interface FormProps {
  /** A server action made by `defineAction`. */
  action: (state: FormState, data: FormData) => Promise<FormState>
  /** The words on the button. */
  submit: string
  /** The words while it is being sent. */
  pending?: string
  tone?: ButtonTone
  /** Sent along unseen; `brand` belongs here. */
  hidden?: Record<string, string>
  children?: ReactNode
  /** The way back, beside the button. */
  cancel?: { href: string; label: string }
  /** What it is folded away under until somebody wants it; it is open again when it comes back with a fault. */
  folded?: ReactNode
  /** A form that is only a button in a line or a table cell. */
  inline?: boolean
  /** As wide as its column. */
  wide?: boolean
  /** As wide as the page, for fields that stand side by side; each of the others keeps its width. */
  across?: boolean
  /** What the button does, for a reader who hears it out of its place ("Remove Hall charger"). */
  label?: string
}

/**
 * A form around a server action. It posts and comes back filled in without JavaScript; with it, faults appear in place
 * and the button says that it is working.
 */
export function Form({ pending, ...rest }: FormProps) {
  const t = useTranslations('common.form')
  const large = useTranslations('fault.large')
  return (
    <FormIsland
      {...rest}
      pending={pending ?? t('sending')}
      problemTitle={t('problem')}
      doneTitle={t('done')}
      optionalWord={t('optional')}
      offline={t('offline')}
      broken={t('broken')}
      cut={t('cut')}
      tooLarge={large('text', { megabytes: Math.floor(MOST_FORM_BYTES / 1024 / 1024) })}
    />
  )
}
