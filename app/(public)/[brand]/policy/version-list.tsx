import { useLocale, useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { formatDate, formatList } from '#components/ui/format.ts'
import { isMajor, type Manifest, type PolicyVersion } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { type PolicyVersions, policyVersions, versionBefore } from '#lib/policies/index.ts'
import { requestLocale } from '#lib/web/locale.ts'

export type PolicyState = 'inForce' | 'announced' | 'archived'

export function stateOf(policy: PolicyVersion, versions: PolicyVersions): PolicyState {
  if (policy === versions.inForce) return 'inForce'
  return versions.announced.includes(policy) ? 'announced' : 'archived'
}

/** Dates of a policy are days, the same in every zone. */
export function Day({ on }: { on: string }) {
  return <time dateTime={on}>{dayText(on, useLocale())}</time>
}

export function dayText(on: string, locale: string): string {
  return formatDate(new Date(`${on}T00:00:00Z`), locale, 'UTC', 'long')
}

export function StateBadge({ state }: { state: PolicyState }) {
  const t = useTranslations('policies.states')
  return <Badge tone={state === 'inForce' ? 'good' : state === 'announced' ? 'info' : 'neutral'}>{t(state)}</Badge>
}

/** What kind of change a version is, and whether it asks again. */
export function KindOfChange({ policy }: { policy: PolicyVersion }) {
  const t = useTranslations('policies')
  const locale = useLocale()
  const kinds = formatList(
    policy.changeKinds.map((kind) => t(`kinds.${kind}`)),
    locale,
  )
  if (policy.changeKinds.includes('first')) return kinds
  return `${kinds} · ${isMajor(policy) ? t('material') : t('notMaterial')}`
}

/** Every version with its dates, what changed and the way to the difference; the announced ones first. */
export async function VersionList({
  manifest,
  current,
  level: Heading = 'h3',
}: {
  manifest: Manifest
  current?: PolicyVersion
  level?: 'h2' | 'h3'
}) {
  const [t, locale] = await Promise.all([getTranslations('policies'), requestLocale()])
  const versions = policyVersions(manifest, clock.now())
  return (
    <ol className="grid gap-4">
      {[...versions.announced.toReversed(), versions.inForce, ...versions.archived].map((policy) => (
        <li key={policy.version} className="rounded-lg border border-line p-4">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Heading className="text-lg">
              <a
                className="text-accent underline underline-offset-4"
                href={`/${manifest.key}/policy/${policy.version}`}
                aria-current={policy === current ? 'page' : undefined}
              >
                {t('versionTitle', { version: policy.version })}
              </a>
            </Heading>
            <StateBadge state={stateOf(policy, versions)} />
          </div>
          <p className="mt-1 text-sm text-ink-soft">
            {t.rich('facts.days', {
              updated: () => <Day on={policy.updatedOn} />,
              effective: () => <Day on={policy.effectiveOn} />,
            })}{' '}
            · <KindOfChange policy={policy} />
          </p>
          <p className="mt-2 max-w-prose">{policy.summary[locale]}</p>
          <CompareWithBefore manifest={manifest} policy={policy} />
        </li>
      ))}
    </ol>
  )
}

function CompareWithBefore({ manifest, policy }: { manifest: Manifest; policy: PolicyVersion }) {
  const t = useTranslations('policies.compare')
  const before = versionBefore(manifest, policy)
  if (!before) return null
  return (
    <p className="mt-2">
      <TextLink href={compareHref(manifest.key, before, policy)}>
        {t('withBefore', { version: before.version })}
      </TextLink>
    </p>
  )
}

export function compareHref(brand: string, from: PolicyVersion, to: PolicyVersion): string {
  const query = new URLSearchParams({ from: from.version, to: to.version })
  return `/${brand}/policy/compare?${query}`
}
