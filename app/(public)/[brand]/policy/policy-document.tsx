import { getLocale, getTranslations } from 'next-intl/server'
import { TextBody } from '#components/transparency/text-body.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import type { Manifest, PolicyVersion } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { type PolicyVersions, policyVersions } from '#lib/policies/index.ts'
import { requestLocale } from '#lib/web/locale.ts'

type State = 'inForce' | 'announced' | 'archived'

/** One version of a brand's policy: where it stands, what changed, the text, who is responsible, and all the others. */
export async function PolicyDocument({ manifest, policy }: { manifest: Manifest; policy: PolicyVersion }) {
  const [t, locale] = await Promise.all([getTranslations('policies'), requestLocale()])
  const versions = policyVersions(manifest, clock.now())
  return (
    <>
      <PageHeader
        title={t('versionTitle', { version: policy.version })}
        lead={manifest.name}
        back={{ href: `/${manifest.key}`, label: manifest.name }}
      />
      <Standing manifest={manifest} policy={policy} versions={versions} />
      <Facts policy={policy} state={stateOf(policy, versions)} />
      <Section title={t('changed')}>
        <p className="max-w-prose">{policy.summary[locale]}</p>
      </Section>
      <nav aria-labelledby="contents" className="mt-10 rounded-lg border border-line p-4 print:hidden">
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
      {policy.sections.map((section) => (
        <Section key={section.id} id={section.id} title={section.heading[locale]}>
          <TextBody paragraphs={section.body[locale]} />
        </Section>
      ))}
      <Section id="responsible" title={t('end')}>
        <Responsible manifest={manifest} />
      </Section>
      <Section id="versions" title={t('versions')} lead={t('versionsLead')}>
        <VersionList manifest={manifest} versions={versions} current={policy} />
      </Section>
    </>
  )
}

function stateOf(policy: PolicyVersion, versions: PolicyVersions): State {
  if (policy === versions.inForce) return 'inForce'
  return versions.announced.includes(policy) ? 'announced' : 'archived'
}

/** Dates of a policy are days, the same in every zone. */
async function Day({ on }: { on: string }) {
  return <time dateTime={on}>{dayText(on, await getLocale())}</time>
}

function dayText(on: string, locale: string): string {
  return formatDate(new Date(`${on}T00:00:00Z`), locale, 'UTC', 'long')
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

async function Facts({ policy, state }: { policy: PolicyVersion; state: State }) {
  const t = await getTranslations('policies')
  return (
    <DescriptionList
      items={[
        { term: t('facts.version'), value: policy.version },
        { term: t('facts.updated'), value: <Day on={policy.updatedOn} /> },
        { term: t('facts.effective'), value: <Day on={policy.effectiveOn} /> },
        {
          term: t('facts.kind'),
          value: `${t(`kinds.${policy.changeKind}`)} · ${policy.material ? t('material') : t('notMaterial')}`,
        },
        { term: t('facts.state'), value: <StateBadge state={state} /> },
      ]}
    />
  )
}

async function StateBadge({ state }: { state: State }) {
  const t = await getTranslations('policies.states')
  return <Badge tone={state === 'inForce' ? 'good' : state === 'announced' ? 'info' : 'neutral'}>{t(state)}</Badge>
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

async function VersionList({
  manifest,
  versions,
  current,
}: {
  manifest: Manifest
  versions: PolicyVersions
  current: PolicyVersion
}) {
  const [t, locale] = await Promise.all([getTranslations('policies'), requestLocale()])
  return (
    <ol className="grid gap-4">
      {[...versions.announced.toReversed(), versions.inForce, ...versions.archived].map((policy) => (
        <li key={policy.version} className="rounded-lg border border-line p-4">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h3 className="text-lg">
              <a
                className="text-accent underline underline-offset-4"
                href={`/${manifest.key}/policy/${policy.version}`}
                aria-current={policy === current ? 'page' : undefined}
              >
                {t('versionTitle', { version: policy.version })}
              </a>
            </h3>
            <StateBadge state={stateOf(policy, versions)} />
          </div>
          <p className="text-sm text-ink-soft">
            {t('facts.updated')}: <Day on={policy.updatedOn} /> · {t('facts.effective')}:{' '}
            <Day on={policy.effectiveOn} /> · {t(`kinds.${policy.changeKind}`)}
          </p>
          <p className="mt-2 max-w-prose">{policy.summary[locale]}</p>
        </li>
      ))}
    </ol>
  )
}
