import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export interface MaskedProps {
  /** What may be shown before: "•••• 1234". Nothing of the value by default. */
  hint?: string
  /** The value, once it was revealed; the server does not send it before. */
  revealed?: ReactNode
  /** The form that reveals it (a Form with `inline`). */
  reveal?: ReactNode
}

/** A sensitive value: hidden until its person asks for it, and the asking is recorded. */
export function Masked({ hint = '••••••', revealed, reveal }: MaskedProps) {
  const t = useTranslations('common.masked')
  if (revealed !== undefined && revealed !== null) return <span className="wrap-anywhere">{revealed}</span>
  return (
    <span className="inline-flex flex-wrap items-center gap-x-4 gap-y-2">
      <span className="inline-flex items-center gap-2 text-ink-soft">
        <Icon name="hidden" size={16} />
        <span aria-hidden="true" className="whitespace-nowrap tabular-nums tracking-wider">
          {hint}
        </span>
        <span className="sr-only">{t('hidden')}</span>
      </span>
      {reveal}
    </span>
  )
}
