import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkCard } from '#components/transparency/link-card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { toTools } from '../to-tools.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('policies.drafts'))('title') }
}

/** The versions of all brands' policies that are written and that nobody sees until two people publish them (ENB-09). */
export default async function DraftsPage() {
  await requireStaff('policies:review', BRAND_KEYS[0] ?? '')
  const [t, locale] = await Promise.all([getTranslations('policies.drafts'), requestLocale()])
  const drafts = BRAND_KEYS.map(getManifest).flatMap((manifest) =>
    manifest.drafts.map((draft) => ({ manifest, draft })),
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={await toTools()} />
      {drafts.length === 0 ? <EmptyState icon="check" title={t('empty')} /> : null}
      <ul className="grid gap-3">
        {drafts.map(({ manifest, draft }) => (
          <li key={`${manifest.key} ${draft.version}`} className="grid">
            <LinkCard
              href={`/staff/policies/${manifest.key}/${encodeURIComponent(draft.version)}`}
              title={t('one', { brand: manifest.name, version: draft.version })}
              text={draft.summary[locale]}
            />
          </li>
        ))}
      </ul>
    </>
  )
}
