import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ExportHistory } from '#components/exports/export-history.tsx'
import { ExportStatus } from '#components/exports/export-status.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { type Actor, STEP_UP_MINUTES } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { listExports } from '#lib/exports/index.ts'
import { EXPORT_DAYS } from '#lib/exports/schema.ts'
import { clock } from '#lib/platform/clock.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { requestExportAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports'))('title') }
}

export default async function ExportPage({ params }: { params: Promise<{ brand: string }> }) {
  const { brand } = await params
  const grant = await requireGrant('exports:view', brand)
  const [exports, t] = await Promise.all([listExports(grant), getTranslations('exports')])
  const { zone } = getManifest(brand)
  const [newest] = exports
  const underWay = newest?.state === 'requested' || newest?.state === 'running'
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: `/${brand}/me/account`, label: t('back') }} />
      {newest ? <ExportStatus brand={brand} view={newest} zone={zone} recent={isRecent(grant.actor)} /> : null}
      {underWay ? null : (
        <Section title={t('ask.title')} lead={t('ask.text', { days: EXPORT_DAYS })}>
          <Form
            action={requestExportAction}
            hidden={{ brand, returnTo: `/${brand}/me/account/export` }}
            submit={t('ask.submit')}
            tone={newest?.state === 'ready' ? 'secondary' : 'primary'}
          />
        </Section>
      )}
      <Section title={t('history.title')}>
        <ExportHistory exports={exports} zone={zone} />
      </Section>
    </>
  )
}

// A minute less than the door allows, for reading the page before clicking.
function isRecent(actor: Actor): boolean {
  return actor.kind === 'person' && actor.authenticatedAt >= clock.inMinutes(1 - STEP_UP_MINUTES)
}
