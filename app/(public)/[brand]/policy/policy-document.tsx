import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { TextBody } from '#components/transparency/text-body.tsx'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import type { Manifest, PolicyVersion } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import { type PolicyVersions, policyVersions, versionBefore } from '#lib/policies/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { FeedLinks } from './feed-links.tsx'
import {
  compareHref,
  Day,
  dayText,
  KindOfChange,
  type PolicyState,
  StateBadge,
  stateOf,
  VersionList,
} from './version-list.tsx'

/** One version of a brand's policy: where it stands, what changed, the text, who is responsible, and all the others. */
export async function PolicyDocument({ manifest, policy }: { manifest: Manifest; policy: PolicyVersion }) {
  const [t, locale] = await Promise.all([getTranslations('policies'), requestLocale()])
  const versions = policyVersions(manifest, clock.now())
  const before = versionBefore(manifest, policy)
  return (
    <>
      <PageHeader
        title={t('versionTitle', { version: policy.version })}
        back={{ href: `/${manifest.key}`, label: manifest.name }}
      />
      <Standing manifest={manifest} policy={policy} versions={versions} />
      <Facts policy={policy} state={stateOf(policy, versions)} />
      <Section title={t('changed')}>
        <p className="max-w-prose">{policy.summary[locale]}</p>
        {before ? (
          <p className="mt-2">
            <TextLink href={compareHref(manifest.key, before, policy)}>
              {t('compare.withBefore', { version: before.version })}
            </TextLink>
          </p>
        ) : null}
      </Section>
      <div className="mt-10 wide:grid wide:grid-cols-[1fr_18rem] wide:items-start wide:gap-12">
        <Contents policy={policy} locale={locale} />
        <div>
          {policy.sections.map((section) => (
            <Section key={section.id} id={section.id} title={section.heading[locale]}>
              <TextBody paragraphs={section.body[locale]} />
            </Section>
          ))}
        </div>
      </div>
      <Section id="responsible" title={t('end')}>
        <Responsible manifest={manifest} />
      </Section>
      <Section id="versions" title={t('versions')} lead={t('versionsLead')}>
        <VersionList manifest={manifest} current={policy} />
        <p className="mt-4">
          <TextLink href={`/${manifest.key}/policy/versions`}>{t('archive.link')}</TextLink>
        </p>
      </Section>
      <FeedLinks brand={manifest.key} />
    </>
  )
}

/** The way through the text: above it, or beside it where there is room. */
function Contents({ policy, locale }: { policy: PolicyVersion; locale: Locale }) {
  const t = useTranslations('policies')
  return (
    <nav
      aria-labelledby="contents"
      className="mb-10 rounded-lg border border-line p-4 wide:sticky wide:top-4 wide:order-last wide:mb-0 print:hidden"
    >
      <h2 id="contents" className="mb-2 text-lg">
        {t('contents')}
      </h2>
      <ol className="list-decimal ps-6">
        {policy.sections.map((section) => (
          <li key={section.id}>
            <a
              className="inline-flex min-h-8 items-center text-accent underline underline-offset-4"
              href={`#${section.id}`}
            >
              {section.heading[locale]}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

async function Standing({
  manifest,
  policy,
  versions,
}: {
  manifest: Manifest
  policy: PolicyVersion
  versions: PolicyVersions
}) {
  const [t, locale] = await Promise.all([getTranslations('policies'), requestLocale()])
  const state = stateOf(policy, versions)
  const current = (
    <Button tone="secondary" href={`/${manifest.key}/policy`}>
      {t('current')}
    </Button>
  )
  if (state === 'archived') return <Notice tone="warn" title={t('archivedNotice')} action={current} />
  if (state === 'announced')
    return <Notice title={t('announcedNotice', { date: dayText(policy.effectiveOn, locale) })} action={current} />
  return versions.announced.map((next) => (
    <Notice
      key={next.version}
      title={t('coming', { version: next.version, date: dayText(next.effectiveOn, locale) })}
      action={
        <Button tone="secondary" href={`/${manifest.key}/policy/${next.version}`}>
          {t('readIt', { version: next.version })}
        </Button>
      }
    >
      {next.summary[locale]}
    </Notice>
  ))
}

function Facts({ policy, state }: { policy: PolicyVersion; state: PolicyState }) {
  const t = useTranslations('policies')
  return (
    <DescriptionList
      items={[
        { term: t('facts.updated'), value: <Day on={policy.updatedOn} /> },
        { term: t('facts.effective'), value: <Day on={policy.effectiveOn} /> },
        {
          term: t('facts.kind'),
          value: <KindOfChange policy={policy} />,
        },
        { term: t('facts.state'), value: <StateBadge state={state} /> },
      ]}
    />
  )
}

async function Responsible({ manifest }: { manifest: Manifest }) {
  const [t, locale] = await Promise.all([getTranslations('transparency.contact'), requestLocale()])
  const { controller } = manifest
  return (
    <DescriptionList
      items={[
        { term: t('controller'), value: controller.name },
        { term: t('address'), value: controller.address[locale] },
        ...(controller.phone ? [{ term: t('phone'), value: controller.phone }] : []),
        { term: t('email'), value: <a href={`mailto:${controller.email}`}>{controller.email}</a> },
      ]}
    />
  )
}
