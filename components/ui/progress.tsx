import { useTranslations } from 'next-intl'

export interface ProgressProps {
  label: string
  /** Without a value: it is under way, nobody knows how far. */
  value?: number
  max?: number
  /** What is being done now, below the bar. */
  detail?: string
}

/** How far a long work is. */
export function Progress({ label, value, max = 100, detail }: ProgressProps) {
  const t = useTranslations('common')
  return (
    <div className="max-w-prose">
      <div className="mb-1 flex flex-wrap justify-between gap-x-4">
        <span className="font-medium">{label}</span>
        {value === undefined ? null : (
          <span className="tabular-nums text-ink-soft">
            {max === 100 ? `${Math.floor(value)} %` : t('progress', { value, max })}
          </span>
        )}
      </div>
      <progress aria-label={label} value={value} max={max} />
      {detail ? <p className="mt-1 text-sm text-ink-soft">{detail}</p> : null}
    </div>
  )
}
