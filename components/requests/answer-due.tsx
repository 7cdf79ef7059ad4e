import { useTranslations } from 'next-intl'
import { DateTime } from '#components/ui/date-time.tsx'
import type { RequestView } from '#lib/requests/schema.ts'

/** Until when an answer is due and how many days are left, the same for the person and for staff (WBP-19). */
export function AnswerDue({ request, zone }: { request: RequestView; zone: string }) {
  const t = useTranslations('requests.clock')
  const { dueAt, daysLeft, paused, overdue, closedAt } = request
  if (closedAt) return <DateTime at={closedAt} zone={zone} />
  if (!dueAt || daysLeft === null) return t('notBegun')
  if (paused) return t('paused', { days: daysLeft })
  return (
    <span>
      <DateTime at={dueAt} zone={zone} />{' '}
      <span className="text-ink-soft">{overdue ? t('over', { days: -daysLeft }) : t('left', { days: daysLeft })}</span>
    </span>
  )
}
