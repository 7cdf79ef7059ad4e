import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ComplaintPath } from '#components/requests/complaint-path.tsx'
import { FollowRequest } from '#components/requests/follow-request.tsx'
import { RequestCourse } from '#components/requests/request-course.tsx'
import { RequestFacts } from '#components/requests/request-facts.tsx'
import { RequestNoted } from '#components/requests/request-noted.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import type { Manifest } from '#lib/brands/index.ts'
import { findTracked } from '#lib/requests/index.ts'
import type { RequestDetail } from '#lib/requests/schema.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'
import { visitorGrant } from '#lib/web/visitor.ts'
import { confirmTrackedAction, withdrawTrackedAction, writeTrackedAction } from '../actions.ts'

interface PageProps {
  params: Promise<{ brand: string; token: string }>
  searchParams: Promise<{ done?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests'))('one'), robots: { index: false } }
}

/** The request of somebody without an account, for whoever has its secret address (WEA-12). */
export default async function TrackedPage({ params, searchParams }: PageProps) {
  const { brand, token } = await params
  const manifest = requireManifest(brand)
  const request = await findTracked(visitorGrant('requests:track', brand), token)
  if (!request) notFound()
  const [t, locale, { done }] = await Promise.all([getTranslations('requests'), requestLocale(), searchParams])
  const { controller, zone } = manifest
  const date = request.dueAt ? formatDate(request.dueAt, locale, zone, 'long') : ''
  const hidden = { brand, token }
  return (
    <>
      <PageHeader title={t(`kinds.${request.kind}`)} lead={t('open.secret')} />
      <RequestNoted request={request} done={done} date={date} />
      <Standing request={request} date={date} manifest={manifest} hidden={hidden} />
      <RequestFacts
        request={request}
        zone={zone}
        named={{
          ground: manifest.deletionGrounds.find(({ key }) => key === request.ground)?.text[locale],
          reason: manifest.refusalReasons.find(({ key }) => key === request.refusalReason)?.text[locale],
        }}
      />
      <Section title={t('course')}>
        <RequestCourse request={request} zone={zone} />
      </Section>
      {request.closedAt ? (
        <ComplaintPath
          email={controller.email}
          authority={{ name: controller.complaint.name[locale], url: controller.complaint.url }}
        />
      ) : (
        <FollowRequest request={request} write={writeTrackedAction} withdraw={withdrawTrackedAction} hidden={hidden} />
      )}
    </>
  )
}

interface StandingProps {
  request: RequestDetail
  date: string
  manifest: Manifest
  hidden: Record<string, string>
}

async function Standing({ request, date, manifest, hidden }: StandingProps) {
  const t = await getTranslations('requests.notice')
  if (request.state === 'identity_asked' && request.agent)
    return <AgentAsks request={request} agent={request.agent} manifest={manifest} hidden={hidden} />
  if (request.state === 'identity_asked')
    return (
      <Notice
        tone="warn"
        title={t('identity.title')}
        action={<Form action={confirmTrackedAction} hidden={hidden} submit={t('identity.submit')} inline />}
      >
        {t('mail.text', { days: manifest.answerDays })}
      </Notice>
    )
  if (request.overdue)
    return (
      <Notice tone="bad" title={t('overdue.title', { date })}>
        {t('overdue.text')}
      </Notice>
    )
  if (request.state === 'waiting')
    return (
      <Notice tone="warn" title={t('question.title')}>
        {t('question.text')}
      </Notice>
    )
  return null
}

interface AgentAsksProps {
  request: RequestDetail
  agent: string
  manifest: Manifest
  hidden: Record<string, string>
}

/** What an agent asked counts once its person said here that it is theirs; of a deletion they choose the ground. */
async function AgentAsks({ request, agent, manifest, hidden }: AgentAsksProps) {
  const [t, words, locale] = await Promise.all([
    getTranslations('requests.notice.agent'),
    getTranslations('requests.new'),
    requestLocale(),
  ])
  const askGround = request.kind === 'deletion' && !request.ground
  return (
    <Notice tone="warn" title={t('title', { agent })}>
      <p className="mb-4">{t('text', { agent, days: manifest.answerDays })}</p>
      <Form action={confirmTrackedAction} hidden={hidden} submit={t('submit')} inline={!askGround}>
        {askGround ? (
          <Field
            name="ground"
            kind="select"
            label={words('ground')}
            hint={words('groundHint')}
            options={manifest.deletionGrounds.map(({ key, text }) => ({ value: key, label: text[locale] }))}
          />
        ) : null}
      </Form>
    </Notice>
  )
}
