import { isMajor, type Manifest, type PolicyVersion } from '#lib/brands/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import { versionBefore } from './policy-versions.ts'

/** Where a feed is and in which language it is read. */
export interface PolicyFeed {
  readonly manifest: Manifest
  readonly locale: Locale
  /** The address under which people reach the portal. */
  readonly origin: string
}

interface Entry {
  /** The permalink; it never changes, and so it is the entry's identity as well. */
  readonly url: string
  readonly title: string
  readonly at: string
  readonly summary: string
  readonly content: string
  readonly kinds: readonly { readonly key: string; readonly name: string }[]
  /** The difference to the version before. */
  readonly difference: string | null
}

/** Every version of a brand's policy, the latest first, as an Atom feed (RFC 4287) to which dealers subscribe (LCK-12). */
export function atomFeed(feed: PolicyFeed): string {
  const { manifest, locale } = feed
  const { title, home, self } = headOf(feed)
  const entries = entriesOf(feed)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    `<id>${xml(home)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${entries[0]?.at}</updated>`,
    `<author><name>${xml(manifest.controller.name)}</name><email>${xml(manifest.controller.email)}</email></author>`,
    `<link rel="self" type="application/atom+xml" hreflang="${locale}" href="${xml(self('atom'))}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(home)}"/>`,
    ...entries.flatMap((entry) => [
      '<entry>',
      `<id>${xml(entry.url)}</id>`,
      `<title>${xml(entry.title)}</title>`,
      `<published>${entry.at}</published>`,
      `<updated>${entry.at}</updated>`,
      `<link rel="alternate" type="text/html" href="${xml(entry.url)}"/>`,
      ...(entry.difference ? [`<link rel="related" type="text/html" href="${xml(entry.difference)}"/>`] : []),
      ...entry.kinds.map(({ key, name }) => `<category term="${xml(key)}" label="${xml(name)}"/>`),
      `<summary type="text">${xml(entry.summary)}</summary>`,
      `<content type="text">${xml(entry.content)}</content>`,
      '</entry>',
    ]),
    '</feed>',
    '',
  ].join('\n')
}

/** The same as a JSON Feed of version 1.1. */
export function jsonFeed(feed: PolicyFeed) {
  const { manifest, locale } = feed
  const { title, home, self } = headOf(feed)
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self('json'),
    language: locale,
    authors: [{ name: manifest.controller.name, url: `mailto:${manifest.controller.email}` }],
    items: entriesOf(feed).map((entry) => ({
      id: entry.url,
      url: entry.url,
      ...(entry.difference ? { external_url: entry.difference } : {}),
      title: entry.title,
      summary: entry.summary,
      content_text: entry.content,
      date_published: entry.at,
      date_modified: entry.at,
      tags: entry.kinds.map(({ key }) => key),
    })),
  }
}

function headOf({ manifest, locale, origin }: PolicyFeed) {
  const home = `${origin}/${manifest.key}/policy`
  return {
    title: `${manifest.name}: ${translator(locale, 'policies')('title')}`,
    home,
    // The language stands in the address, so that a reader's program gets the same one each time.
    self: (kind: 'atom' | 'json') => `${home}/feed.${kind}?lang=${locale}`,
  }
}

function entriesOf({ manifest, locale, origin }: PolicyFeed): Entry[] {
  const t = translator(locale, 'policies')
  const home = `${origin}/${manifest.key}/policy`
  return manifest.policies
    .toSorted((a, b) => b.updatedOn.localeCompare(a.updatedOn))
    .map((policy) => {
      const kinds = policy.changeKinds.map((key) => ({ key, name: t(`kinds.${key}`) }))
      const before = versionBefore(manifest, policy)
      const facts = [
        `${t('facts.updated')}: ${policy.updatedOn}`,
        `${t('facts.effective')}: ${policy.effectiveOn}`,
        `${t('facts.kind')}: ${kinds.map(({ name }) => name).join(', ')}`,
        isMajor(policy) ? t('material') : t('notMaterial'),
      ]
      return {
        url: permalink(home, policy),
        title: t('versionTitle', { version: policy.version }),
        at: `${policy.updatedOn}T00:00:00Z`,
        summary: policy.summary[locale],
        content: `${policy.summary[locale]}\n\n${facts.join('\n')}`,
        kinds,
        difference: before && `${home}/compare?from=${before.version}&to=${policy.version}`,
      }
    })
}

function permalink(home: string, { version }: PolicyVersion): string {
  return `${home}/${encodeURIComponent(version)}`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function xml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}
