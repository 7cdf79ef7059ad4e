import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table } from '#components/ui/table.tsx'
import { getManifest, type PolicyVersion } from '#lib/brands/index.ts'
import { type PolicyAcceptanceView, policyAcceptance } from '#lib/policies/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { acceptPolicyAction } from '../choices/actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('policies.mine'))('title') }
}

/** Which version the person agreed to, what waits for an answer, and what is coming (ENB-03, WEA-17). */
export default async function MyPolicyPage({ params }: { params: Promise<{ brand: string }> }) {
  const { brand } = await params
  const grant = await requireGrant('consents:view', brand)
  const [state, t, choices] = await Promise.all([
    policyAcceptance(grant),
    getTranslations('policies.mine'),
    getTranslations('consents'),
  ])
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: `/${brand}/me/choices`, label: choices('title') }}
      />
      {state.asks ? (
        <Asking brand={brand} policy={state.inForce} decides={grant.actor.kind === 'person'} />
      ) : (
        <Notice tone="good" title={t('ok')} action={<ReadLink brand={brand} policy={state.inForce} />} />
      )}
      {state.announced.map((policy) => (
        <Coming key={policy.version} brand={brand} policy={policy} />
      ))}
      <Section title={t('accepted')}>
        <Accepted zone={getManifest(brand).zone} accepted={state.accepted} />
      </Section>
    </>
  )
}

async function ReadLink({ brand, policy }: { brand: string; policy: PolicyVersion }) {
  const t = await getTranslations('policies')
  return <TextLink href={`/${brand}/policy/${policy.version}`}>{t('readIt', { version: policy.version })}</TextLink>
}

async function Asking({ brand, policy, decides }: { brand: string; policy: PolicyVersion; decides: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('policies'), requestLocale()])
  return (
    <Section title={t('mine.asksTitle', { version: policy.version })} lead={t('mine.asks')}>
      <p className="mb-2 max-w-prose">
        <strong className="font-medium">{t('changed')}:</strong> {policy.summary[locale]}
      </p>
      <p className="mb-6">
        <ReadLink brand={brand} policy={policy} />
      </p>
      {decides ? (
        <div className="flex flex-wrap items-start gap-4">
          <Form
            action={acceptPolicyAction}
            hidden={{ brand, version: policy.version, locale, returnTo: `/${brand}/me/policy` }}
            submit={t('mine.accept', { version: policy.version })}
            inline
          />
          <Button href={`/${brand}/me/account`} tone="secondary">
            {t('mine.close')}
          </Button>
        </div>
      ) : null}
      <p className="mt-4 max-w-prose text-sm text-ink-soft">{t('mine.decline')}</p>
    </Section>
  )
}

async function Coming({ brand, policy }: { brand: string; policy: PolicyVersion }) {
  const [t, locale] = await Promise.all([getTranslations('policies'), requestLocale()])
  const date = formatDate(new Date(`${policy.effectiveOn}T00:00:00Z`), locale, 'UTC', 'long')
  return (
    <Notice title={t('coming', { version: policy.version, date })} action={<ReadLink brand={brand} policy={policy} />}>
      {policy.summary[locale]}
    </Notice>
  )
}

async function Accepted({ accepted, zone }: { accepted: PolicyAcceptanceView['accepted']; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations('policies'), requestLocale()])
  if (accepted.length === 0) return <EmptyState icon="document" title={t('mine.none')} />
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  return (
    <Table
      caption={t('mine.accepted')}
      rows={accepted}
      rowKey={(row) => `${row.version} ${row.acceptedAt.getTime()}`}
      columns={[
        { key: 'version', label: t('facts.version'), names: true, cell: (row) => row.version },
        {
          key: 'on',
          label: t('mine.on'),
          cell: (row) => <DateTime at={row.acceptedAt} zone={zone} show="datetime" withZone />,
        },
        { key: 'language', label: t('mine.language'), cell: (row) => languages.of(row.locale) ?? row.locale },
      ]}
    />
  )
}
