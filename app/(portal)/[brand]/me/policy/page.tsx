import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/transparency/text-link.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate, languageName } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table } from '#components/ui/table.tsx'
import { getManifest, isMajor, type PolicyVersion } from '#lib/brands/index.ts'
import { type PolicyAcceptanceView, policyAcceptance } from '#lib/policies/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { acceptPolicyAction } from './actions.ts'

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
      {/* The person is asked before they come here; support staff see that they were not yet. */}
      <Notice
        tone={state.asks ? 'warn' : 'good'}
        title={state.asks ? t('notYet', { version: state.inForce.version }) : t('ok')}
        action={<ReadLink brand={brand} policy={state.inForce} />}
      />
      {state.announced.map((policy) => (
        <Coming
          key={policy.version}
          brand={brand}
          policy={policy}
          before={state.inForce}
          agreed={state.accepted.some(({ version }) => version === policy.version)}
          decides={grant.actor.kind === 'person'}
        />
      ))}
      <Section title={t('accepted')}>
        <Accepted zone={getManifest(brand).zone} accepted={state.accepted} />
      </Section>
    </>
  )
}

function ReadLink({ brand, policy }: { brand: string; policy: PolicyVersion }) {
  const t = useTranslations('policies')
  return <TextLink href={`/${brand}/policy/${policy.version}`}>{t('readIt', { version: policy.version })}</TextLink>
}

interface ComingProps {
  brand: string
  policy: PolicyVersion
  before: PolicyVersion
  agreed: boolean
  decides: boolean
}

/** A version that is announced: what it changes, and agreeing to it ahead of time. */
async function Coming({ brand, policy, before, agreed, decides }: ComingProps) {
  const [t, locale] = await Promise.all([getTranslations('policies'), requestLocale()])
  const { version } = policy
  const date = formatDate(new Date(`${policy.effectiveOn}T00:00:00Z`), locale, 'UTC', 'long')
  return (
    <Notice
      title={t('coming', { version, date })}
      action={
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <ReadLink brand={brand} policy={policy} />
          <TextLink href={`/${brand}/policy/compare?from=${before.version}&to=${version}`}>
            {t('compare.withBefore', { version: before.version })}
          </TextLink>
          {agreed || !decides || !isMajor(policy) ? null : (
            <Form
              action={acceptPolicyAction}
              hidden={{ brand, version, locale, returnTo: `/${brand}/me/policy` }}
              submit={t('mine.agreeNow', { version })}
              tone="secondary"
              inline
            />
          )}
        </div>
      }
    >
      {policy.summary[locale]}
      {agreed ? <p className="mt-1 font-medium">{t('mine.agreedAhead')}</p> : null}
    </Notice>
  )
}

async function Accepted({ accepted, zone }: { accepted: PolicyAcceptanceView['accepted']; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations('policies'), requestLocale()])
  if (accepted.length === 0) return <EmptyState icon="document" title={t('mine.none')} />
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
        { key: 'language', label: t('mine.language'), cell: (row) => languageName(row.locale, locale) },
      ]}
    />
  )
}
