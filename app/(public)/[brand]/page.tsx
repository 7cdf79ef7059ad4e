import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkCard } from '#components/transparency/link-card.tsx'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import type { Manifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { policyVersions } from '#lib/policies/index.ts'
import { currentSession } from '#lib/web/current-session.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'
import { dayText } from './policy/version-list.tsx'

interface PageProps {
  params: Promise<{ brand: string }>
}

const PAGES = [
  'policy',
  'purposes',
  'recipients',
  'data',
  'permissions',
  'cookies',
  'announcements',
  'contact',
] as const
const CAN = { see: 'data', decide: 'choices', pay: 'bills', leave: 'download' } as const

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: requireManifest((await params).brand).name }
}

export default async function BrandPage({ params }: PageProps) {
  const manifest = requireManifest((await params).brand)
  const [t, locale] = await Promise.all([getTranslations('transparency'), requestLocale()])
  return (
    <>
      <PageHeader title={manifest.tagline[locale]} lead={t('home.lead', { brand: manifest.name })} />
      <Coming manifest={manifest} />
      <Ways brand={manifest.key} />
      <ul className="mt-10 grid gap-6 sm:grid-cols-2">
        {(['see', 'decide', 'pay', 'leave'] as const).map((key) => (
          <li key={key} className="flex gap-3">
            <Icon name={CAN[key]} size={24} className="text-accent" />
            <div className="max-w-prose">
              <h2 className="text-lg">{t(`home.${key}.title`)}</h2>
              <p className="text-ink-soft">{t(`home.${key}.text`)}</p>
            </div>
          </li>
        ))}
      </ul>
      <Section title={t('home.read.title')} lead={t('home.read.lead')}>
        <ul className="grid gap-3 sm:grid-cols-2">
          {PAGES.map((page) => (
            <li key={page} className="grid">
              <LinkCard
                href={`/${manifest.key}/${page}`}
                title={t(`pages.${page}.title`)}
                text={t(`pages.${page}.text`)}
              />
            </li>
          ))}
        </ul>
      </Section>
      {manifest.entryApps.length > 0 ? (
        <Section title={t('home.entry.title')} lead={t('home.entry.text')}>
          <ul className="grid gap-2">
            {manifest.entryApps.map((app) => (
              <li key={app.key}>
                <TextLink href={app.policyUrl}>{app.name}</TextLink>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}

/** A version of the policy that is published and not yet in force: announced where everybody comes in (ENB-03, WBP-22). */
async function Coming({ manifest }: { manifest: Manifest }) {
  const [t, locale] = await Promise.all([getTranslations('policies'), requestLocale()])
  return policyVersions(manifest, clock.now()).announced.map(({ version, effectiveOn, summary }) => (
    <Notice
      key={version}
      title={t('coming', { version, date: dayText(effectiveOn, locale) })}
      action={
        <Button tone="secondary" href={`/${manifest.key}/policy/${version}`}>
          {t('readIt', { version })}
        </Button>
      }
    >
      {summary[locale]}
    </Notice>
  ))
}

/** Into the account: for those who have a session, and for those who have not. */
async function Ways({ brand }: { brand: string }) {
  const [t, shell, session] = await Promise.all([
    getTranslations('transparency.home'),
    getTranslations('shell'),
    currentSession(),
  ])
  const signedIn = session?.actor.kind === 'person' && session.actor.brand === brand
  if (signedIn) return <Button href={`/${brand}/me`}>{t('signedIn')}</Button>
  return (
    <div className="flex flex-wrap gap-3">
      <Button href={`/${brand}/sign-in`}>{shell('signIn')}</Button>
      <Button href={`/${brand}/sign-up`} tone="secondary">
        {shell('signUp')}
      </Button>
    </div>
  )
}
