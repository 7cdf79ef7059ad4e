import { useTranslations } from 'next-intl'
import { Icon } from './icon.tsx'

export interface StepsProps {
  steps: readonly string[]
  /** From 0. */
  current: number
}

/** Where one stands in a course of several pages. */
export function Steps({ steps, current }: StepsProps) {
  const t = useTranslations('common.steps')
  return (
    <ol aria-label={t('label')} className="mb-6 flex flex-wrap gap-x-6 gap-y-2">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? 'step' : undefined}
          className={`flex items-center gap-2 ${index === current ? 'font-semibold' : 'text-ink-soft'}`}
        >
          <span
            className={`grid size-6 place-items-center rounded-full border text-sm ${index === current ? 'border-transparent bg-accent text-on-accent' : 'border-line-strong'}`}
          >
            {index < current ? <Icon name="check" size={16} /> : index + 1}
          </span>
          {step}
          {index < current ? <span className="sr-only">({t('done')})</span> : null}
        </li>
      ))}
    </ol>
  )
}
