import { useTranslations } from 'next-intl'
import { Notice } from '#components/ui/notice.tsx'
import type { RequestDetail } from '#lib/requests/schema.ts'

export interface RequestNotedProps {
  request: RequestDetail
  /** What was just done, as the address says it. */
  done: string | undefined
  /** The day by which an answer comes, in the reader's language. */
  date: string
}

/** Says that what was just done has arrived, above whatever else there is to know. */
export function RequestNoted({ request, done, date }: RequestNotedProps) {
  const t = useTranslations('requests.notice')
  switch (done) {
    case 'opened':
      return request.dueAt && !request.closedAt && !request.paused && !request.overdue ? (
        <Notice tone="good" title={t('opened', { date, number: request.number })} />
      ) : null
    case 'written':
    case 'proven':
      return <Notice tone="good" title={t(done)} />
    case 'withdrawn':
      return request.state === 'withdrawn' ? <Notice tone="good" title={t('withdrawn')} /> : null
    default:
      return null
  }
}
