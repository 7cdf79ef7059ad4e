import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { AnswerDue } from '#components/requests/answer-due.tsx'
import { ComplaintPath } from '#components/requests/complaint-path.tsx'
import { RequestBadges } from '#components/requests/request-badges.tsx'
import { RequestCourse } from '#components/requests/request-course.tsx'
import { Button } from '#components/ui/button.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Money } from '#components/ui/money.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { getManifest, type Manifest } from '#lib/brands/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { getRequest } from '#lib/requests/index.ts'
import { REQUEST_TEXT_LENGTH, type RequestDetail } from '#lib/requests/schema.ts'
import { requestLocale } from '#lib/web/locale.ts'
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
  const request = await load(() => getRequest(grant, id), id)
  const manifest = getManifest(brand)
  const [t, locale, { done }] = await Promise.all([getTranslations('requests'), requestLocale(), searchParams])
  const own = grant.actor.kind === 'person'
  const hidden = { brand, request: id, returnTo: `/${brand}/me/requests/${id}` }
  const { controller } = manifest
  return (
    <>
      <PageHeader title={t(`kinds.${request.kind}`)} back={{ href: `/${brand}/me/requests`, label: t('title') }} />
      <Standing request={request} manifest={manifest} done={done} hidden={own ? hidden : null} />
      {request.valueProof === 'missing' && !request.closedAt && request.state !== 'identity_asked' ? (
        <ProveValue request={request} hidden={own ? hidden : null} />
      ) : null}
      <Facts request={request} manifest={manifest} />
      <Section title={t('course')}>
        <RequestCourse request={request} zone={manifest.zone} />
      </Section>
      {request.closedAt ? (
        <ComplaintPath
          email={controller.email}
          authority={{ name: controller.complaint.name[locale], url: controller.complaint.url }}
        />
      ) : own ? (
        <Follow request={request} hidden={hidden} />
      ) : null}
    </>
  )
}

async function load<T>(read: () => Promise<T>, id: string): Promise<T> {
  if (!z.uuid().safeParse(id).success) notFound()
  try {
    return await read()
  } catch (fault) {
    if (fault instanceof Refusal) notFound()
    throw fault
  }
}

interface StandingProps {
  request: RequestDetail
  manifest: Manifest
  done: string | undefined
  /** Null for staff, who look and do nothing. */
  hidden: Record<string, string> | null
}

/** What there is to know first: what was just done, what is asked of the person, that the brand is late. */
async function Standing({ request, manifest, done, hidden }: StandingProps) {
  const [t, locale] = await Promise.all([getTranslations('requests.notice'), requestLocale()])
  const { state, dueAt, overdue } = request
  const date = dueAt ? formatDate(dueAt, locale, manifest.zone, 'long') : ''
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
      <Notice tone="bad" title={t('overdue.title', { date })}>
        {t('overdue.text')}
      </Notice>
    )
  if (state === 'waiting')
    return (
      <Notice tone="warn" title={t('question.title')}>
        {t('question.text')}
      </Notice>
    )
  if (done === 'proven') return <Notice tone="good" title={t('proven')} />
  if (done === 'opened' && dueAt && !request.closedAt) return <Notice tone="good" title={t('opened', { date })} />
  if (done === 'written') return <Notice tone="good" title={t('written')} />
  if (done === 'withdrawn') return <Notice tone="good" title={t('withdrawn')} />
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

async function Facts({ request, manifest }: { request: RequestDetail; manifest: Manifest }) {
  const [t, locale] = await Promise.all([getTranslations('requests'), requestLocale()])
  const { zone, deletionGrounds, refusalReasons } = manifest
  const ground = deletionGrounds.find(({ key }) => key === request.ground)
  const reason = refusalReasons.find(({ key }) => key === request.refusalReason)
  return (
    <DescriptionList
      items={[
        { term: t('state'), value: <RequestBadges request={request} /> },
        ...(request.agent ? [{ term: t('agent'), value: request.agent }] : []),
        { term: t('sent'), value: <DateTime at={request.openedAt} zone={zone} show="datetime" withZone /> },
        { term: t(request.closedAt ? 'closed' : 'due'), value: <AnswerDue request={request} zone={zone} /> },
        ...(ground ? [{ term: t('ground'), value: ground.text[locale] }] : []),
        ...(request.field && request.value
          ? [{ term: t(`correction.fields.${request.field}`), value: t('correction.wanted', { value: request.value }) }]
          : []),
        ...(reason ? [{ term: t('reason'), value: reason.text[locale] }] : []),
      ]}
    />
  )
}

function Follow({ request, hidden }: { request: RequestDetail; hidden: Record<string, string> }) {
  const t = useTranslations('requests.follow')
  return (
    <Section title={t(request.state === 'waiting' ? 'reply' : 'add')}>
      <Form action={writeMessageAction} hidden={hidden} submit={t('send')}>
        <Field name="text" kind="textarea" label={t('text')} maxLength={REQUEST_TEXT_LENGTH} rows={4} />
      </Form>
      <div className="mt-6">
        <Form
          folded={t('withdraw')}
          action={withdrawRequestAction}
          hidden={hidden}
          submit={t('withdrawSubmit')}
          tone="danger"
          inline
        >
          <p className="max-w-prose">{t('withdrawText')}</p>
        </Form>
      </div>
    </Section>
  )
}
