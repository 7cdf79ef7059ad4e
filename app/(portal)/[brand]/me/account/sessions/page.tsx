import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SessionTable } from '#components/identity/session-table.tsx'
import { SignInTable } from '#components/identity/sign-in-table.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { listLatestSignIns, listSessions } from '#lib/identity/index.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { endOtherSessionsAction, endSessionAction } from './actions.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ done?: string }>
}

const DONE = ['ended', 'others']

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.sessions'))('title') }
}

export default async function SessionsPage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const { done = '' } = await searchParams
  const grant = await requireGrant('sessions:view', brand)
  const { zone } = getManifest(brand)
  const t = await getTranslations('identity.sessions')
  const { sessions, attempts } = await inScope(grant, async () => ({
    sessions: await listSessions(grant),
    attempts: await listLatestSignIns(grant),
  }))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: `/${brand}/me/account`, label: t('back') }} />
      {DONE.includes(done) ? <Notice tone="good" title={t(`done.${done}`)} /> : null}
      <SessionTable brand={brand} zone={zone} sessions={sessions} end={endSessionAction} />
      {sessions.length > 1 ? (
        <div className="mt-6">
          <Form inline tone="danger" action={endOtherSessionsAction} hidden={{ brand }} submit={t('others')} />
        </div>
      ) : null}
      <Section title={t('history')} lead={t('historyLead')}>
        <SignInTable attempts={attempts} zone={zone} />
      </Section>
    </>
  )
}
