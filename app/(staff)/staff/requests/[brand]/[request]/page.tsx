import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { RequestBadges } from '#components/requests/request-badges.tsx'
import { RequestCourse } from '#components/requests/request-course.tsx'
import { RequestFacts } from '#components/requests/request-facts.tsx'
import { RequestNumber } from '#components/requests/request-number.tsx'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { isRecentSignIn, issueGrant } from '#lib/access/index.ts'
import { isAsked } from '#lib/approvals/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { type HandledRequest, readQueued } from '#lib/requests/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { orNotFound } from '#lib/web/or-not-found.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { Decide } from './decide.tsx'

interface PageProps {
  params: Promise<{ brand: string; request: string }>
  searchParams: Promise<{ done?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests.staff'))('one') }
}

/** One request for staff: who asks, how the clock stands, what was said, and what can be done. */
export default async function HandlePage({ params, searchParams }: PageProps) {
  const { brand, request: id } = await params
  const grant = await requireStaff('requests:queue', brand)
  const request = await orNotFound(id, () => readQueued(grant, id))
  const [t, { done }, waiting] = await Promise.all([
    getTranslations('requests'),
    searchParams,
    isAsked(issueGrant(grant.actor, 'approvals:view', { brand }), `/staff/requests/${brand}/${id}`),
  ])
  const { zone } = getManifest(brand)
  return (
    <>
      <PageHeader
        title={t(`staff.kinds.${request.kind}`)}
        back={{ href: '/staff/requests', label: t('staff.title') }}
      />
      {done && t.has(`staff.done.${done}`) ? (
        <Notice
          tone="good"
          title={t(`staff.done.${done}`)}
          action={request.closedAt ? <Button href="/staff/requests">{t('staff.next')}</Button> : null}
        />
      ) : null}
      <Facts request={request} brand={brand} />
      <Section title={t('course')}>
        <RequestCourse request={request} zone={zone} forStaff />
      </Section>
      {waiting ? (
        <Notice
          tone="warn"
          title={t('staff.approval')}
          action={
            <Button href="/staff/approvals" tone="secondary">
              {t('staff.toApprovals')}
            </Button>
          }
        />
      ) : null}
      {request.closedAt || waiting ? null : (
        <Decide request={request} brand={brand} recent={isRecentSignIn(grant.actor)} />
      )}
      {request.earlier.length > 0 ? <Earlier request={request} brand={brand} /> : null}
    </>
  )
}

async function Facts({ request, brand }: { request: HandledRequest; brand: string }) {
  const [staff, locale] = await Promise.all([getTranslations('requests.staff'), requestLocale()])
  const { zone, name, deletionGrounds, refusalReasons } = getManifest(brand)
  return (
    <RequestFacts
      forStaff
      request={request}
      zone={zone}
      named={{
        ground: deletionGrounds.find(({ key }) => key === request.ground)?.text[locale],
        reason: refusalReasons.find(({ key }) => key === request.refusalReason)?.text[locale],
      }}
      before={[
        { term: staff('brand'), value: name },
        { term: staff('person'), value: request.account?.ref ?? staff('noAccount') },
        ...(request.contact ? [{ term: staff('contact'), value: request.contact }] : []),
      ]}
      after={[
        ...request.evidence.map(({ id, mediaType, bytes }) => ({
          key: id,
          term: staff('evidence'),
          value: (
            <>
              <a className="text-accent underline underline-offset-4" href={`/api/${brand}/evidence/${id}`}>
                {staff('evidenceOpen')}
              </a>{' '}
              <span className="text-sm text-ink-soft">
                {mediaType}, {Math.ceil(bytes / 1000)} kB
              </span>
            </>
          ),
        })),
        { term: staff('handler'), value: request.handlerName ?? staff('nobody') },
        ...(request.repeats > 0
          ? [
              {
                term: staff('before'),
                value: <Badge tone="warn">{staff('repeated', { count: request.repeats })}</Badge>,
              },
            ]
          : []),
      ]}
    />
  )
}

/** What the same person asked of the same kind: a request that comes again and again can be seen to. */
function Earlier({ request, brand }: { request: HandledRequest; brand: string }) {
  const t = useTranslations('requests')
  const { zone } = getManifest(brand)
  return (
    <Section title={t('staff.earlier')}>
      <ul className="grid gap-3">
        {request.earlier.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-3">
            <DateTime at={one.openedAt} zone={zone} />
            <TextLink href={`/staff/requests/${brand}/${one.id}`}>{t(`staff.kinds.${one.kind}`)}</TextLink>
            <RequestNumber number={one.number} />
            <RequestBadges request={one} forStaff />
          </li>
        ))}
      </ul>
      {request.moreEarlier > 0 ? (
        <p className="mt-3 text-ink-soft">{t('staff.moreEarlier', { count: request.moreEarlier })}</p>
      ) : null}
    </Section>
  )
}
