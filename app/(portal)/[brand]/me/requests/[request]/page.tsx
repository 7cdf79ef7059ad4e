import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ComplaintPath } from '#components/requests/complaint-path.tsx'
import { FollowRequest } from '#components/requests/follow-request.tsx'
import { RequestCourse } from '#components/requests/request-course.tsx'
import { RequestFacts } from '#components/requests/request-facts.tsx'
import { RequestNoted } from '#components/requests/request-noted.tsx'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Money } from '#components/ui/money.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { getManifest, type Manifest } from '#lib/brands/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { getRequest } from '#lib/requests/index.ts'
import type { RequestDetail } from '#lib/requests/schema.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { orNotFound } from '#lib/web/or-not-found.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import {
  acceptFeeAction,
  continuePaidAction,
  sendValueCodeAction,
  showIdentityAction,
  withdrawRequestAction,
  writeMessageAction,
} from '../actions.ts'

interface PageProps {
  params: Promise<{ brand: string; request: string }>
  searchParams: Promise<{ done?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests'))('one') }
}

/** One request from its words to its answer, with the clock, the course, and what the person can do (WEA-16, WBP-19). */
export default async function RequestPage({ params, searchParams }: PageProps) {
  const { brand, request: id } = await params
  const grant = await requireGrant('requests:view', brand)
  const request = await orNotFound(id, () => getRequest(grant, id))
  const manifest = getManifest(brand)
  const [t, locale, { done }] = await Promise.all([getTranslations('requests'), requestLocale(), searchParams])
  const own = grant.actor.kind === 'person'
  const hidden = { brand, request: id, returnTo: `/${brand}/me/requests/${id}` }
  const { controller } = manifest
  return (
    <>
      <PageHeader title={t(`kinds.${request.kind}`)} back={{ href: `/${brand}/me/requests`, label: t('title') }} />
      <RequestNoted request={request} done={done} date={dueDate(request, locale, manifest)} />
      <Standing request={request} manifest={manifest} hidden={own ? hidden : null} />
      {request.valueProof === 'missing' && !request.closedAt && request.state !== 'identity_asked' ? (
        <ProveValue request={request} hidden={own ? hidden : null} />
      ) : null}
      <RequestFacts
        request={request}
        zone={manifest.zone}
        named={{
          ground: manifest.deletionGrounds.find(({ key }) => key === request.ground)?.text[locale],
          reason: manifest.refusalReasons.find(({ key }) => key === request.refusalReason)?.text[locale],
        }}
      />
      <Section title={t('course')}>
        <RequestCourse request={request} zone={manifest.zone} />
      </Section>
      {request.closedAt ? (
        <ComplaintPath
          email={controller.email}
          authority={{ name: controller.complaint.name[locale], url: controller.complaint.url }}
        />
      ) : own ? (
        <FollowRequest request={request} write={writeMessageAction} withdraw={withdrawRequestAction} hidden={hidden} />
      ) : null}
    </>
  )
}

/** The day by which an answer comes; empty where none is set. */
function dueDate({ dueAt }: RequestDetail, locale: Locale, { zone }: Manifest): string {
  return dueAt ? formatDate(dueAt, locale, zone, 'long') : ''
}

interface StandingProps {
  request: RequestDetail
  manifest: Manifest
  /** Null for staff, who look and do nothing. */
  hidden: Record<string, string> | null
}

/** What there is to know first: what is asked of the person, that the brand is late. */
async function Standing({ request, manifest, hidden }: StandingProps) {
  const [t, locale] = await Promise.all([getTranslations('requests.notice'), requestLocale()])
  const { state, overdue } = request
  if (state === 'identity_asked')
    return (
      <Notice
        tone="warn"
        title={t('identity.title')}
        action={
          hidden ? <Form action={showIdentityAction} hidden={hidden} submit={t('identity.submit')} inline /> : null
        }
      >
        {t('identity.text', { days: manifest.answerDays })}
      </Notice>
    )
  if (state === 'fee_asked' && request.fee) return <Fee fee={request.fee} brand={manifest.key} hidden={hidden} />
  if (overdue)
    return (
      <Notice tone="bad" title={t('overdue.title', { date: dueDate(request, locale, manifest) })}>
        {t('overdue.text')}
      </Notice>
    )
  if (state === 'waiting')
    return (
      <Notice tone="warn" title={t('question.title')}>
        {t('question.text')}
      </Notice>
    )
  return null
}

/** The new number has to be shown to reach its person before it can become their name of sign-in. */
async function ProveValue({ request, hidden }: { request: RequestDetail; hidden: Record<string, string> | null }) {
  const t = await getTranslations('requests.proof')
  const value = request.value ?? ''
  return (
    <Notice
      tone="warn"
      title={t('title', { value })}
      action={hidden ? <Form action={sendValueCodeAction} hidden={hidden} submit={t('send')} inline /> : null}
    >
      {t('text')}
    </Notice>
  )
}

interface FeeProps {
  fee: NonNullable<RequestDetail['fee']>
  brand: string
  hidden: Record<string, string> | null
}

/** What the answer costs and why, before anybody pays; taking the request back costs nothing (LCK-13). */
function Fee({ fee, brand, hidden }: FeeProps) {
  const t = useTranslations('requests.fee')
  const amount = <Money minor={fee.minor} currency={fee.currency} />
  return (
    <Notice
      tone="warn"
      title={t('title')}
      action={
        hidden === null ? null : fee.billId ? (
          <div className="flex flex-wrap gap-3">
            <Button href={`/${brand}/me/bills/${fee.billId}`}>{t('pay')}</Button>
            <Form action={continuePaidAction} hidden={hidden} submit={t('paid')} tone="secondary" inline />
          </div>
        ) : (
          <Form action={acceptFeeAction} hidden={hidden} submit={t('accept')} inline />
        )
      }
    >
      {t.rich(fee.ground === 'frequency' ? 'frequency' : 'cost', { amount: () => amount })} {t('free')}
    </Notice>
  )
}
