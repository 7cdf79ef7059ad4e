import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { formatDate } from '#components/ui/format.ts'
import { addDays, monthStart } from '#lib/platform/calendar/index.ts'

interface StepLinksProps {
  here: string
  month: string | undefined
  day: string | undefined
  today: string
}

/** Month by month, day by day and hour by hour, and from one month or day to the next. */
export function StepLinks({ here, month, day, today }: StepLinksProps) {
  const t = useTranslations('usage')
  const locale = useLocale()
  const monthAt = (months: number) => monthStart(`${month ?? (day ?? today).slice(0, 7)}-01`, months).slice(0, 7)
  const named = (at: string) =>
    at.length === 7 ? formatDate(new Date(`${at}-01`), locale, 'UTC', 'month') : formatDate(new Date(at), locale, 'UTC')
  const step = day ? 'hour' : month ? 'day' : 'month'
  return (
    <nav aria-label={t('steps')} className="grid gap-2 print:hidden">
      <div className="flex flex-wrap items-center gap-2">
        <Button href={here} tone={step === 'month' ? 'secondary' : 'quiet'}>
          {t('byMonth')}
        </Button>
        <Button
          href={`${here}?month=${day ? monthAt(0) : (month ?? monthAt(-1))}`}
          tone={step === 'day' ? 'secondary' : 'quiet'}
        >
          {t('byDay')}
        </Button>
        <Button href={`${here}?day=${day ?? newestDay()}`} tone={step === 'hour' ? 'secondary' : 'quiet'}>
          {t('byHour')}
        </Button>
      </div>
      {month ? neighbours('month', month, [monthAt(-1), monthAt(1)], today.slice(0, 7)) : null}
      {day ? neighbours('day', day, [addDays(day, -1), addDays(day, 1)], today) : null}
    </nav>
  )

  function newestDay(): string {
    const last = month ? addDays(monthStart(`${month}-01`, 1), -1) : addDays(today, -1)
    return last < today ? last : addDays(today, -1)
  }

  function neighbours(key: 'month' | 'day', current: string, [before = '', after = '']: string[], newest: string) {
    return (
      <div className="flex flex-wrap items-center gap-4">
        <Button href={`${here}?${key}=${before}`} tone="quiet" icon="back">
          {named(before)}
        </Button>
        <strong aria-current="page">{named(current)}</strong>
        {current < newest ? (
          <Button href={`${here}?${key}=${after}`} tone="quiet" icon="forward">
            {named(after)}
          </Button>
        ) : null}
      </div>
    )
  }
}
