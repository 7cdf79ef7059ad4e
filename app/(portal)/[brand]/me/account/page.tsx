import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { storageProps } from '#app/storage-props.ts'
import { ClosingPart } from '#components/retention/closing-part.tsx'
import { StoragePlace } from '#components/transparency/storage-place.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card, CardGrid } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { environment } from '#lib/platform/environment.ts'
import { findClosing } from '#lib/retention/index.ts'
import { readStorage } from '#lib/transfers/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { undoCancelAction } from './close/actions.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ done?: string }>
}

const LINKS = [
  { key: 'profile', path: '/profile' },
  { key: 'sessions', path: '/account/sessions' },
  { key: 'export', path: '/account/export' },
  { key: 'ledger', path: '/access-log' },
  { key: 'requests', path: '/requests' },
  { key: 'policy', path: '/policy' },
] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('retention.account'))('title') }
}

export default async function AccountPage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const { done } = await searchParams
  const grant = await requireGrant('account:view', brand)
  const [[closing, storage], t, storageText, locale] = await Promise.all([
    inScope(grant, async () => [await findClosing(grant), await readStorage(grant)] as const),
    getTranslations('retention'),
    getTranslations('transparency.storage'),
    requestLocale(),
  ])
  const manifest = getManifest(brand)
  const { graceDays, zone } = manifest
  const own = grant.actor.kind === 'person'
  return (
    <>
      <PageHeader title={t('account.title')} lead={t('account.lead')} />
      {done === 'kept' && !closing ? <Notice tone="good" title={t('closing.undone')} /> : null}
      {closing ? (
        <ClosingPart
          brand={brand}
          eraseAfter={closing.eraseAfter}
          zone={zone}
          undo={own ? undoCancelAction : null}
          certificate={own ? `${environment().PUBLIC_URL}/${brand}/certificate/${closing.certificateToken}` : null}
        />
      ) : null}
      <CardGrid>
        {LINKS.map(({ key, path }) => (
          <Card
            key={key}
            title={t(`account.${key}.title`)}
            footer={
              <Button href={`/${brand}/me${path}`} tone="quiet" icon="forward">
                {t(`account.${key}.open`)}
              </Button>
            }
          >
            <p>{t(`account.${key}.text`)}</p>
          </Card>
        ))}
      </CardGrid>
      <Section title={storageText('title')}>
        <StoragePlace {...storageProps(manifest, storage, locale)} />
      </Section>
      {closing || !own ? null : (
        <Section title={t('account.close.title')} lead={t('account.close.text', { days: graceDays })}>
          <Button href={`/${brand}/me/account/close`} tone="secondary">
            {t('account.close.open')}
          </Button>
        </Section>
      )}
    </>
  )
}
