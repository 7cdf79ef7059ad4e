import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PolicyChanges } from '#components/policies/policy-changes.tsx'
import { LinkCard } from '#components/transparency/link-card.tsx'
import { TextBody } from '#components/transparency/text-body.tsx'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import type { PolicyVersion } from '#lib/brands/index.ts'
import { comparePolicies, policyAcceptance } from '#lib/policies/index.ts'
import { localPath } from '#lib/web/current-path.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { agreeAction } from '../actions.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ next?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('policies.agree'))('decide') }
}

/**
 * Where every page of a person leads after a major change of the policy, until they agree: what changed, the agreement,
 * and the ways that stay open to whoever does not (WEA-17, WBP-22).
 */
export default async function AgreePage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const { next: wanted } = await searchParams
  const grant = await requireGrant('policies:accept', brand)
  const next = localPath(typeof wanted === 'string' ? wanted : null, `/${brand}/me`)
  const { asks, inForce, agreed } = await policyAcceptance(grant)
  if (!asks) redirect(next)
  const [t, policies, locale] = await Promise.all([
    getTranslations('policies.agree'),
    getTranslations('policies'),
    requestLocale(),
  ])
  const { version } = inForce
  return (
    <>
      <PageHeader title={t('title', { version })} lead={t('lead')} />
      <Section title={policies('changed')}>
        <p className="mb-2 max-w-prose">{inForce.summary[locale]}</p>
        <TextLink href={`/${brand}/policy/${version}`}>{t('readWhole', { version })}</TextLink>
      </Section>
      <Section title={t('decide')}>
        <Form
          action={agreeAction}
          hidden={{ brand, version, locale, next, returnTo: `/${brand}/me/policy/agree` }}
          submit={t('accept', { version })}
          inline
        />
        <h3 className="mt-6 text-lg">{t('notAgree')}</h3>
        <p className="mt-1 mb-3 max-w-prose">{t('lost')}</p>
        <WaysOut brand={brand} />
      </Section>
      <Difference agreed={agreed} policy={inForce} />
    </>
  )
}

const WAYS = { take: 'account/export', ask: 'requests', close: 'account/close' } as const

function WaysOut({ brand }: { brand: string }) {
  const t = useTranslations('policies.agree')
  return (
    <ul className="grid gap-3 sm:grid-cols-3">
      {(['take', 'ask', 'close'] as const).map((key) => (
        <li key={key} className="grid">
          <LinkCard href={`/${brand}/me/${WAYS[key]}`} title={t(`${key}.title`)} text={t(`${key}.text`)} />
        </li>
      ))}
    </ul>
  )
}

/** Since the version that the person agreed to last; the whole text for whoever agreed to none. */
async function Difference({ agreed, policy }: { agreed: PolicyVersion | null; policy: PolicyVersion }) {
  const [t, locale] = await Promise.all([getTranslations('policies.agree'), requestLocale()])
  if (agreed)
    return (
      <Section title={t('difference', { version: agreed.version })}>
        <PolicyChanges sections={comparePolicies(agreed, policy, locale)} />
      </Section>
    )
  return (
    <Section title={t('whole')}>
      {policy.sections.map((section) => (
        <div key={section.id} className="mt-6">
          <h3 className="mb-2 text-lg">{section.heading[locale]}</h3>
          <TextBody paragraphs={section.body[locale]} />
        </div>
      ))}
    </Section>
  )
}
