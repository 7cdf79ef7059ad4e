import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PolicyChanges } from '#components/policies/policy-changes.tsx'
import { TextBody } from '#components/transparency/text-body.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Details } from '#components/ui/details.tsx'
import { Form } from '#components/ui/form.tsx'
import { languageName } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { issueGrant } from '#lib/access/index.ts'
import { isAsked } from '#lib/approvals/index.ts'
import { getManifest, type PolicyVersion, policyDigest } from '#lib/brands/index.ts'
import { LOCALES, type Locale } from '#lib/platform/i18n/locales.ts'
import { comparePolicies, versionBefore } from '#lib/policies/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { ReasonField } from '../../../reason-field.tsx'
import { askPublishAction } from '../../actions.ts'

interface PageProps {
  params: Promise<{ brand: string; version: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('policies.drafts'))('title') }
}

/** A draft in all of its languages, as who publishes it and who approves that read it. */
export default async function DraftPage({ params }: PageProps) {
  const { brand, version: written } = await params
  const grant = await requireStaff('policies:review', brand)
  const manifest = getManifest(brand)
  const version = decodeURIComponent(written)
  const draft = manifest.drafts.find((one) => one.version === version)
  if (!draft) notFound()
  const before = versionBefore(manifest, draft)
  const href = `/staff/policies/${brand}/${encodeURIComponent(version)}`
  const [t, reader, waiting] = await Promise.all([
    getTranslations('policies.drafts'),
    requestLocale(),
    isAsked(issueGrant(grant.actor, 'approvals:view', { brand }), href),
  ])
  const mayAsk = grant.actor.kind === 'staff' && grant.actor.role === 'data_operator'
  return (
    <>
      <PageHeader
        title={t('one', { brand: manifest.name, version })}
        back={{ href: '/staff/policies', label: t('title') }}
      />
      <DescriptionList
        items={[
          { term: t('effectiveOn'), value: <DateTime at={`${draft.effectiveOn}T00:00:00Z`} zone="UTC" show="long" /> },
          { term: t('digest'), value: <code className="font-mono text-sm wrap-anywhere">{policyDigest(draft)}</code> },
        ]}
      />
      {waiting ? <Notice tone="warn" title={t('waiting')} /> : null}
      {mayAsk && !waiting ? (
        <Section title={t('publish')} lead={t('publishLead')}>
          <Form
            action={askPublishAction}
            hidden={{ brand, version, textHash: policyDigest(draft) }}
            submit={t('submit')}
          >
            <ReasonField />
          </Form>
        </Section>
      ) : null}
      {before ? <Changes from={before} to={draft} reader={reader} /> : null}
      {LOCALES.map((locale) => (
        <Text key={locale} draft={draft} locale={locale} />
      ))}
    </>
  )
}

interface ChangesProps {
  from: PolicyVersion
  to: PolicyVersion
  reader: Locale
}

/** What is to be published, as whoever approves it need read it: what differs, in each language. */
function Changes({ from, to, reader }: ChangesProps) {
  const t = useTranslations('policies.drafts')
  return (
    <Section title={t('changes')} lead={t('against', { version: from.version })}>
      {LOCALES.map((locale) => (
        <Details key={locale} summary={languageName(locale, locale)} open={locale === reader}>
          <PolicyChanges sections={comparePolicies(from, to, locale)} />
        </Details>
      ))}
    </Section>
  )
}

function Text({ draft, locale }: { draft: PolicyVersion; locale: (typeof LOCALES)[number] }) {
  return (
    <div lang={locale} className="mt-10">
      <Section title={languageName(locale, locale)}>
        <p className="max-w-prose">{draft.summary[locale]}</p>
        {draft.sections.map((section) => (
          <div key={section.id}>
            <h3 className="mt-6 mb-2 text-lg">{section.heading[locale]}</h3>
            <TextBody paragraphs={section.body[locale]} />
          </div>
        ))}
      </Section>
    </div>
  )
}
