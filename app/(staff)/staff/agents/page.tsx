import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table } from '#components/ui/table.tsx'
import { businessEntry, listAgents } from '#lib/agents/index.ts'
import type { AgentView } from '#lib/agents/schema.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { BrandChoice } from '../brand-choice.tsx'
import { registerAgentAction, withdrawAgentAction } from './actions.ts'

interface PageProps {
  searchParams: Promise<{ brand?: string; done?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agents'))('title') }
}

/** Which authorised agents a brand knows, by their keys; one is registered and ended here. */
export default async function StaffAgentsPage({ searchParams }: PageProps) {
  const { brand = BRAND_KEYS[0] ?? '', done } = await searchParams
  const grant = await requireStaff('agents:register', brand)
  const [agents, t] = await Promise.all([listAgents(grant), getTranslations('agents')])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {done === 'registered' || done === 'withdrawn' ? <Notice tone="good" title={t(`done.${done}`)} /> : null}
      <BrandChoice brand={brand} />
      {agents.length === 0 ? (
        <EmptyState icon="account" title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <Agents brand={brand} agents={agents} />
      )}
      <p className="mt-6 max-w-prose text-ink-soft">
        {t.rich('discovery', {
          id: businessEntry(brand).id,
          link: (text) => (
            <a className="text-accent underline underline-offset-4" href="/.well-known/data-rights.json">
              {text}
            </a>
          ),
        })}
      </p>
      <Register brand={brand} />
    </>
  )
}

function Agents({ brand, agents }: { brand: string; agents: AgentView[] }) {
  const { zone } = getManifest(brand)
  const t = useTranslations('agents')
  return (
    <Table
      caption={t('title')}
      rows={agents}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'agent',
          label: t('agent'),
          names: true,
          cell: ({ key, name, contact }) => (
            <>
              {name} <span className="block font-normal text-sm text-ink-soft wrap-anywhere">{key}</span>
              <span className="block font-normal text-sm text-ink-soft wrap-anywhere">{contact}</span>
            </>
          ),
        },
        {
          key: 'fingerprint',
          label: t('fingerprint'),
          cell: ({ fingerprint }) => <code className="text-sm">{fingerprint.match(/.{4}/g)?.join(' ')}</code>,
        },
        {
          key: 'registered',
          label: t('registered'),
          cell: ({ registeredAt }) => <DateTime at={registeredAt} zone={zone} />,
        },
        {
          key: 'paired',
          label: t('paired'),
          cell: ({ pairedAt }) =>
            pairedAt ? <DateTime at={pairedAt} zone={zone} show="datetime" withZone /> : t('never'),
        },
        {
          key: 'state',
          label: t('state'),
          cell: ({ withdrawnAt }) =>
            withdrawnAt ? (
              <>
                <Badge tone="neutral">{t('ended')}</Badge> <DateTime at={withdrawnAt} zone={zone} />
              </>
            ) : (
              <Badge tone="good">{t('active')}</Badge>
            ),
        },
        {
          key: 'withdraw',
          label: t('withdraw'),
          bare: true,
          cell: ({ id, name, withdrawnAt }) =>
            withdrawnAt ? null : (
              <Form
                inline
                tone="danger"
                action={withdrawAgentAction}
                hidden={{ brand, agent: id, returnTo: '/staff/agents' }}
                submit={t('withdraw')}
                label={t('withdrawLabel', { name })}
              />
            ),
        },
      ]}
    />
  )
}

function Register({ brand }: { brand: string }) {
  const t = useTranslations('agents.register')
  return (
    <Section title={t('title')} lead={t('lead')}>
      <Form action={registerAgentAction} hidden={{ brand, returnTo: '/staff/agents' }} submit={t('submit')}>
        <Field name="key" label={t('key')} hint={t('keyHint')} maxLength={40} width={16} />
        <Field name="name" label={t('name')} hint={t('nameHint')} maxLength={80} />
        <Field name="verifyKey" label={t('verifyKey')} hint={t('verifyKeyHint')} maxLength={60} />
        <Field name="webUrl" kind="url" label={t('webUrl')} maxLength={200} />
        <Field name="contact" kind="email" label={t('contact')} maxLength={254} />
        <Field
          name="callbackOrigin"
          kind="url"
          label={t('callbackOrigin')}
          hint={t('callbackOriginHint')}
          maxLength={200}
          optional
        />
      </Form>
    </Section>
  )
}
