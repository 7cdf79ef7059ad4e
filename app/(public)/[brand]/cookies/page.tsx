import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignalNotice } from '#app/signal-notice.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table } from '#components/ui/table.tsx'
import type { Cookie, Manifest } from '#lib/brands/index.ts'
import { numberFormat } from '#lib/platform/i18n/intl-formats.ts'
import { visitorViews } from '#lib/tracking/index.ts'
import { currentSignal, currentVisitorNumber, listedCookies } from '#lib/web/cookie-jar.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'
import { visitorGrant } from '#lib/web/visitor.ts'
import { clearCookiesAction } from './actions.ts'
import { CookieForm } from './cookie-form.tsx'

interface PageProps {
  params: Promise<{ brand: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transparency.pages.cookies'))('title') }
}

/** Choosing by kind, every cookie by its name, and clearing them (LCK-08, WBP-06, WBP-08). */
export default async function CookiesPage({ params }: PageProps) {
  const manifest = requireManifest((await params).brand)
  const [t, tracking, signal] = await Promise.all([
    getTranslations('transparency.pages.cookies'),
    getTranslations('tracking'),
    currentSignal(),
  ])
  return (
    <>
      <PageHeader title={t('title')} lead={t('text')} back={{ href: `/${manifest.key}`, label: manifest.name }} />
      <SignalNotice manifest={manifest} />
      <Section title={tracking('choice.title')} lead={tracking('choice.lead')}>
        <CookieForm manifest={manifest} signalled={signal !== null} />
        {signal ? null : <p className="mt-4 max-w-prose text-sm text-ink-soft">{tracking('noSignal')}</p>}
      </Section>
      <Section title={tracking('list.title')} lead={tracking('list.lead')}>
        <CookieTable cookies={await listedCookies(manifest)} />
      </Section>
      <Section title={tracking('clear.title')} lead={tracking('clear.text')}>
        <Form
          action={clearCookiesAction}
          hidden={{ brand: manifest.key }}
          submit={tracking('clear.submit')}
          tone="secondary"
          inline
        />
      </Section>
      <Counted manifest={manifest} />
    </>
  )
}

async function CookieTable({ cookies }: { cookies: readonly (Cookie & { here: boolean })[] }) {
  const [t, list, locale] = await Promise.all([
    getTranslations('transparency.cookies'),
    getTranslations('tracking.list'),
    requestLocale(),
  ])
  return (
    <Table
      caption={list('title')}
      rows={cookies}
      rowKey={(cookie) => cookie.name}
      columns={[
        {
          key: 'name',
          label: t('name'),
          names: true,
          cell: (cookie) => <code className="font-mono text-sm sm:whitespace-nowrap">{cookie.name}</code>,
        },
        {
          key: 'category',
          label: t('category'),
          cell: (cookie) => <span className="whitespace-nowrap">{t(`categories.${cookie.category}`)}</span>,
        },
        { key: 'purpose', label: t('purpose'), cell: (cookie) => cookie.purpose[locale] },
        {
          key: 'lifetime',
          label: t('lifetime'),
          cell: (cookie) => <span className="whitespace-nowrap">{lifetimeText(cookie, locale)}</span>,
        },
        {
          key: 'here',
          label: list('here'),
          cell: (cookie) => <Badge tone={cookie.here ? 'info' : 'neutral'}>{list(cookie.here ? 'yes' : 'no')}</Badge>,
        },
      ]}
    />
  )
}

function lifetimeText({ lifetime }: Cookie, locale: string): string {
  const { count, unit } = lifetime
  return numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}

/** What is counted under this browser's number, where it agreed to that. */
async function Counted({ manifest }: { manifest: Manifest }) {
  const visitor = await currentVisitorNumber(manifest)
  if (!visitor) return null
  const [t, views] = await Promise.all([
    getTranslations('tracking.counted'),
    visitorViews(visitorGrant('tracking:choose', manifest.key), visitor),
  ])
  return (
    <Section title={t('title')} lead={t('lead')}>
      {views.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <Table
          caption={t('title')}
          rows={views}
          rowKey={(row) => row.page}
          columns={[
            { key: 'page', label: t('page'), names: true, cell: (row) => row.page },
            { key: 'views', label: t('views'), align: 'end', cell: (row) => row.views },
          ]}
        />
      )}
    </Section>
  )
}
