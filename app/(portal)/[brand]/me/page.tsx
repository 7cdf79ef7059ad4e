import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChangedBlock } from '#components/overview/changed-block.tsx'
import { DueBlock } from '#components/overview/due-block.tsx'
import { FirstSteps } from '#components/overview/first-steps.tsx'
import { HeldBlock } from '#components/overview/held-block.tsx'
import { LookedBlock } from '#components/overview/looked-block.tsx'
import { Button } from '#components/ui/button.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Static } from '#components/ui/static.tsx'
import { countTogether, type Grant, inScope } from '#lib/access/index.ts'
import { listAccesses } from '#lib/audit/index.ts'
import { listOpenBills } from '#lib/billing/index.ts'
import { findManifest, getManifest } from '#lib/brands/index.ts'
import { listCategories } from '#lib/inventory/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { policyVersions } from '#lib/policies/index.ts'
import { openAsks } from '#lib/recipients/index.ts'
import { openRequests } from '#lib/requests/index.ts'
import { findClosing } from '#lib/retention/index.ts'
import { currentSession } from '#lib/web/current-session.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'

export async function generateMetadata({ params }: { params: Promise<{ brand: string }> }): Promise<Metadata> {
  const place = (await getTranslations('shell.places'))('overview')
  // The layout beside it names the brand only to what lies below.
  return { title: { absolute: `${place} · ${findManifest((await params).brand)?.name ?? 'Openbook'}` } }
}

/** What is due, what changed, what is held, who looked: read in one scope. */
function readOverview(grant: Grant<'overview:view'>) {
  return inScope(grant, async () => ({
    bills: await listOpenBills(grant),
    categories: await listCategories(grant),
    accesses: await listAccesses(grant, { limit: 3 }),
    open: await countTogether(grant, { requests: openRequests(grant), asks: openAsks(grant) }),
    closing: isClosing(grant) ? await findClosing(grant) : null,
  }))
}

/** A person's session says whether their account is closing; whoever acts for them has to ask. */
function isClosing({ actor }: Grant): boolean {
  return actor.kind !== 'person' || actor.closing
}

export default async function OverviewPage({ params }: { params: Promise<{ brand: string }> }) {
  const { brand } = await params
  const grant = await requireGrant('overview:view', brand)
  const manifest = getManifest(brand)
  const [overview, t, locale, session] = await Promise.all([
    readOverview(grant),
    getTranslations('overview'),
    requestLocale(),
    currentSession(),
  ])
  const { closing } = overview
  const name = session?.nickname
  const greeting = name ? t('title', { name }) : t('titleNameless')
  const bound = overview.categories.find(({ category }) => category.shape === 'device')?.rows
  const policies = policyVersions(manifest, clock.now())
  const held = overview.categories.map(({ category, rows, newest }) => ({
    key: category.key,
    name: category.name[locale],
    rows,
    newest,
  }))
  return (
    <>
      <PageHeader title={grant.actor.kind === 'person' ? greeting : t('titleOnBehalf')} lead={t('lead')} />
      {closing ? (
        <Notice
          tone="warn"
          title={t('closing.title')}
          action={<Button href={`/${brand}/me/account/close`}>{t('closing.undo')}</Button>}
        >
          {t.rich('closing.text', { date: () => <DateTime at={closing.eraseAfter} zone={manifest.zone} /> })}
        </Notice>
      ) : null}
      {bound === 0 && grant.actor.kind === 'person' && !closing ? <FirstSteps brand={brand} /> : null}
      <Static className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,22rem),1fr))] gap-4">
        <DueBlock brand={brand} bills={overview.bills} />
        <ChangedBlock
          brand={brand}
          policy={policies.inForce}
          upcoming={policies.announced[0] ?? null}
          openAsks={overview.open.asks}
          openRequests={overview.open.requests}
        />
        <HeldBlock brand={brand} held={held} zone={manifest.zone} />
        <LookedBlock brand={brand} accesses={overview.accesses} zone={manifest.zone} />
      </Static>
    </>
  )
}
