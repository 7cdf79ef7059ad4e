import { getTranslations } from 'next-intl/server'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import type { IncidentView } from '#lib/incidents/index.ts'
import { clock } from '#lib/platform/clock.ts'

/** How the 72 hours stand in which the authority is told. */
export async function ReportClock({
  incident,
  zone,
}: {
  incident: Pick<IncidentView, 'late' | 'reportBy' | 'reportedAt'>
  zone: string
}) {
  const t = await getTranslations('incidents.clock')
  const { late, reportBy, reportedAt } = incident
  const hours = Math.max(0, Math.ceil((reportBy.getTime() - clock.now().getTime()) / 3_600_000))
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {reportedAt ? (
        <Badge tone={late ? 'warn' : 'good'}>{t(late ? 'reportedLate' : 'reported')}</Badge>
      ) : (
        <Badge tone={late ? 'bad' : 'warn'}>{late ? t('over') : t('left', { hours })}</Badge>
      )}
      <DateTime at={reportedAt ?? reportBy} zone={zone} show="datetime" withZone />
    </span>
  )
}
