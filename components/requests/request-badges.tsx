import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import type { Tone } from '#components/ui/tone.ts'
import type { RequestState, RequestView } from '#lib/requests/schema.ts'

const TONE: Readonly<Record<RequestState, Tone>> = {
  identity_asked: 'warn',
  fee_asked: 'warn',
  received: 'info',
  in_progress: 'info',
  waiting: 'warn',
  answered: 'good',
  refused: 'bad',
  closed: 'neutral',
  withdrawn: 'neutral',
}

/** How a request stands: its state, and whether it was given more time or is late. To staff nothing is said as "you". */
export function RequestBadges({ request, forStaff = false }: { request: RequestView; forStaff?: boolean }) {
  const t = useTranslations('requests')
  const own = `staff.states.${request.state}`
  return (
    <span className="inline-flex flex-wrap gap-2">
      <Badge tone={TONE[request.state]}>{t(forStaff && t.has(own) ? own : `states.${request.state}`)}</Badge>
      {request.extended && !request.closedAt ? <Badge tone="info">{t('extended')}</Badge> : null}
      {request.overdue ? <Badge tone="bad">{t('overdue')}</Badge> : null}
    </span>
  )
}
