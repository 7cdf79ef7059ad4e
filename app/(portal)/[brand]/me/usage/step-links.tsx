import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { formatDate } from '#components/ui/format.ts'
import { monthStart } from '#lib/platform/calendar/index.ts'

interface StepLinksProps {
  here: string
  month: string | undefined
  today: string
}

/** Month by month, or day by day and from one month to the next. */
export function StepLinks({ here, month, today }: StepLinksProps) {
  const t = useTranslations('usage')
  const locale = useLocale()
  const monthAt = (months: number) => monthStart(`${month ?? today.slice(0, 7)}-01`, months).slice(0, 7)
  const named = (at: string) => formatDate(new Date(`${at}-01`), locale, 'UTC', 'month')
  return (
    <nav aria-label={t('steps')} className="flex flex-wrap items-center gap-4 print:hidden">
      {month ? (
        <>
          <Button href={here} tone="secondary">
            {t('byMonth')}
          </Button>
          <Button href={`${here}?month=${monthAt(-1)}`} tone="quiet" icon="back">
            {named(monthAt(-1))}
          </Button>
          <strong aria-current="page">{named(month)}</strong>
          {month < today.slice(0, 7) ? (
            <Button href={`${here}?month=${monthAt(1)}`} tone="quiet" icon="forward">
              {named(monthAt(1))}
            </Button>
          ) : null}
        </>
      ) : (
        <Button href={`${here}?month=${monthAt(-1)}`} tone="secondary">
          {t('byDay')}
        </Button>
      )}
    </nav>
  )
}
