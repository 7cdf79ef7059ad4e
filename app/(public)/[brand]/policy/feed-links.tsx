import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Section } from '#components/ui/section.tsx'
import { requestLocale } from '#lib/web/locale.ts'

const FEEDS = { atom: 'application/atom+xml', json: 'application/feed+json' } as const

/** So that a reader's program finds the feeds from any page of the policy. */
export async function feedAlternates(brand: string): Promise<Metadata['alternates']> {
  const locale = await requestLocale()
  return {
    types: {
      [FEEDS.atom]: `/${brand}/policy/feed.atom?lang=${locale}`,
      [FEEDS.json]: `/${brand}/policy/feed.json?lang=${locale}`,
    },
  }
}

/** The feeds of all versions, for dealers and whoever else follows the changes (LCK-12). */
export async function FeedLinks({ brand }: { brand: string }) {
  const [t, locale] = await Promise.all([getTranslations('policies.feeds'), requestLocale()])
  return (
    <Section id="feeds" title={t('title')} lead={t('lead')}>
      <ul className="flex flex-wrap gap-x-6">
        {(['atom', 'json'] as const).map((kind) => (
          <li key={kind}>
            <a className="link" href={`/${brand}/policy/feed.${kind}?lang=${locale}`} type={FEEDS[kind]}>
              {t(kind)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
