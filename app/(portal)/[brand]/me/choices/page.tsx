import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { SignalNotice } from '#app/signal-notice.tsx'
import { LinkCard } from '#components/transparency/link-card.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { type ConsentView, listConsents } from '#lib/consents/index.ts'
import { countOpenAsks } from '#lib/recipients/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { PurposeChoice } from './purpose-choice.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('consents'))('title') }
}

/** Each optional purpose as a decision of its own, apart from what is necessary (ECH-07, WEA-01, ENB-07, ENB-19). */
export default async function ChoicesPage({ params }: { params: Promise<{ brand: string }> }) {
  const { brand } = await params
  const grant = await requireGrant('consents:view', brand)
  const [t, locale] = await Promise.all([getTranslations('consents'), requestLocale()])
  const [consents, asks] = await inScope(grant, async () => [
    await listConsents(grant, locale),
    await countOpenAsks(grant),
  ])
  const of = (kind: ConsentView['kind']) => consents.filter((consent) => consent.kind === kind)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {asks > 0 ? (
        <Notice
          tone="warn"
          title={t('askedNotice.title', { count: asks })}
          action={<Button href={`/${brand}/me/choices/recipients`}>{t('askedNotice.open')}</Button>}
        >
          {t('askedNotice.text')}
        </Notice>
      ) : null}
      <SignalNotice manifest={getManifest(brand)} />
      <Section title={t('optional.title')} lead={t('optional.lead')}>
        <div className="grid gap-4">
          {of('optional').map((consent) => (
            <PurposeChoice
              key={consent.purpose}
              brand={brand}
              zone={getManifest(brand).zone}
              consent={consent}
              decides={grant.actor.kind === 'person'}
            />
          ))}
        </div>
        <p className="mt-4 max-w-prose text-sm text-ink-soft">{t('withdrawal')}</p>
      </Section>
      <Section title={t('necessary.title')} lead={t('necessary.lead')}>
        <div className="grid gap-4">
          {[...of('locked'), ...of('necessary')].map((consent) => (
            <FixedPurpose key={consent.purpose} consent={consent} />
          ))}
        </div>
      </Section>
      <More brand={brand} />
    </>
  )
}

/** A purpose that cannot be switched, and why. */
function FixedPurpose({ consent }: { consent: ConsentView }) {
  const t = useTranslations('consents')
  const switches = useTranslations('common.switch')
  return (
    <Card
      title={consent.name}
      level={3}
      aside={
        <Badge icon="lock" tone="neutral">
          {switches('on')}
        </Badge>
      }
    >
      <p className="max-w-prose">{consent.notice}</p>
      <p className="mt-2 max-w-prose text-sm text-ink-soft">
        {consent.kind === 'locked' ? t('locked', { why: consent.consequence }) : consent.consequence}
      </p>
    </Card>
  )
}

const PLACES = {
  history: 'choices/history',
  deliveries: 'choices/deliveries',
  recipients: 'choices/recipients',
  permissions: 'choices/permissions',
  policy: 'policy',
  accessLog: 'access-log',
  requests: 'requests',
} as const

function More({ brand }: { brand: string }) {
  const t = useTranslations('consents.more')
  return (
    <Section title={t('title')}>
      <ul className="grid gap-3 sm:grid-cols-2">
        {(['history', 'deliveries', 'recipients', 'permissions', 'policy', 'accessLog', 'requests'] as const).map(
          (key) => (
            <li key={key} className="grid">
              <LinkCard href={`/${brand}/me/${PLACES[key]}`} title={t(`${key}.title`)} text={t(`${key}.text`)} />
            </li>
          ),
        )}
      </ul>
    </Section>
  )
}
