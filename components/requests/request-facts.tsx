import { useTranslations } from 'next-intl'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList, type DescriptionListProps } from '#components/ui/description-list.tsx'
import type { RequestDetail } from '#lib/requests/schema.ts'
import { AnswerDue } from './answer-due.tsx'
import { RequestBadges } from './request-badges.tsx'
import { RequestNumber } from './request-number.tsx'

type Items = DescriptionListProps['items']

export interface RequestFactsProps {
  request: RequestDetail
  zone: string
  /** What the brand's policy calls the ground that was named and the reason for refusing. */
  named: { ground?: string | undefined; reason?: string | undefined }
  /** What staff see besides: who asks, and after the rest who handles it. */
  before?: Items
  after?: Items
  forStaff?: boolean
}

/** What a request is and how it stands, for whoever asked and for staff. */
export function RequestFacts({ request, zone, named, before = [], after = [], forStaff = false }: RequestFactsProps) {
  const t = useTranslations('requests')
  return (
    <DescriptionList
      items={[
        { term: t('number'), value: <RequestNumber number={request.number} /> },
        ...before,
        { term: t('state'), value: <RequestBadges request={request} forStaff={forStaff} /> },
        ...(request.agent ? [{ term: t('agent'), value: request.agent }] : []),
        { term: t('sent'), value: <DateTime at={request.openedAt} zone={zone} show="datetime" withZone /> },
        { term: t(request.closedAt ? 'closed' : 'due'), value: <AnswerDue request={request} zone={zone} /> },
        ...(named.ground ? [{ term: t('ground'), value: named.ground }] : []),
        ...(request.value
          ? [
              {
                term: t(request.field ? `correction.fields.${request.field}` : 'correction.value'),
                value: request.field ? t('correction.wanted', { value: request.value }) : request.value,
              },
            ]
          : []),
        ...(named.reason ? [{ term: t('reason'), value: named.reason }] : []),
        ...after,
      ]}
    />
  )
}
