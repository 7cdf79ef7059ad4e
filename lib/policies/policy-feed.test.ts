import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { LOCALES } from '#lib/platform/i18n/index.ts'
import { atomFeed, jsonFeed } from './index.ts'

const ATOM = 'http://www.w3.org/2005/Atom'
const origin = 'https://portal.example'

interface Element {
  readonly name: string
  readonly uri: string
  readonly attributes: Record<string, string>
  readonly children: Element[]
  text: string
}

/** Reads XML with namespaces; anything that is not well-formed throws. */
function parse(text: string): Element {
  const root: Element = { name: '', uri: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (fault) => {
    throw fault
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    const plain = Object.fromEntries(Object.values(attributes).map((one) => [one.name, one.value]))
    const element = { name: local, uri, attributes: plain, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (part) => {
    const last = open.at(-1)
    if (last) last.text += part
  })
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  const [feed] = root.children
  if (!feed) throw new Error('an empty document')
  return feed
}

const all = (element: Element, name: string) => element.children.filter((child) => child.name === name)
const texts = (element: Element, name: string) => all(element, name).map(({ text }) => text)
const links = (element: Element, rel: string) => all(element, 'link').filter(({ attributes }) => attributes.rel === rel)

/** What RFC 4287 allows in a feed and in an entry (4.1.1, 4.1.2), and how often. */
const FEED = { id: [1, 1], title: [1, 1], updated: [1, 1], author: [1, 9], link: [1, 9], entry: [0, 999] } as const
const ENTRY = {
  id: [1, 1],
  title: [1, 1],
  updated: [1, 1],
  published: [0, 1],
  link: [1, 9],
  category: [0, 9],
  summary: [0, 1],
  content: [0, 1],
} as const

function expectShape(element: Element, shape: Readonly<Record<string, readonly [number, number]>>): void {
  for (const child of element.children) {
    expect(child.uri).toBe(ATOM)
    expect(Object.keys(shape)).toContain(child.name)
  }
  for (const [name, [least, most]] of Object.entries(shape)) {
    expect(all(element, name).length, name).toBeGreaterThanOrEqual(least)
    expect(all(element, name).length, name).toBeLessThanOrEqual(most)
  }
  expect(texts(element, 'title')[0]).not.toBe('')
  for (const date of [...texts(element, 'updated'), ...texts(element, 'published')])
    expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/)
  for (const id of texts(element, 'id')) expect(new URL(id).href).toBe(id)
  // At most one alternate of a kind and language (4.1.1, 4.1.2).
  expect(links(element, 'alternate')).toHaveLength(1)
  for (const link of all(element, 'link')) expect(URL.canParse(link.attributes.href ?? '')).toBe(true)
}

const JsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.enum(LOCALES),
  authors: z.array(z.strictObject({ name: z.string(), url: z.string() })).min(1),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: z.url(),
      external_url: z.url().optional(),
      title: z.string(),
      summary: z.string(),
      content_text: z.string().min(1),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
      tags: z.array(z.string()).min(1),
    }),
  ),
})

describe.each(BRAND_KEYS)('the feeds of %s', (brand) => {
  const manifest = getManifest(brand)
  const [first] = manifest.policies

  it.each(LOCALES)('[LCK-12] are valid Atom and name each version once, by its permalink, in %s', (locale) => {
    const feed = parse(atomFeed({ manifest, locale, origin }))
    expect([feed.name, feed.uri, feed.attributes['xml:lang']]).toEqual(['feed', ATOM, locale])
    expectShape(feed, FEED)
    expect(all(feed, 'author').flatMap((author) => texts(author, 'name'))).toEqual([manifest.controller.name])
    expect(links(feed, 'self').map(({ attributes }) => attributes.href)).toEqual([
      `${origin}/${brand}/policy/feed.atom?lang=${locale}`,
    ])
    const entries = all(feed, 'entry')
    for (const entry of entries) expectShape(entry, ENTRY)
    expect(entries.flatMap((entry) => texts(entry, 'id')).toSorted()).toEqual(
      manifest.policies.map(({ version }) => `${origin}/${brand}/policy/${version}`).toSorted(),
    )
    const updated = entries.flatMap((entry) => texts(entry, 'updated'))
    expect(updated).toEqual(updated.toSorted().toReversed())
    expect(texts(feed, 'updated')).toEqual(updated.slice(0, 1))
    for (const entry of entries) {
      const policy = manifest.policies.find(({ version }) => texts(entry, 'id')[0]?.endsWith(`/${version}`))
      expect(all(entry, 'category').map(({ attributes }) => attributes.term)).toEqual(policy?.changeKinds)
      expect(texts(entry, 'summary')).toEqual([policy?.summary[locale]])
      expect(links(entry, 'related')).toHaveLength(policy === first ? 0 : 1)
    }
  })

  it.each(LOCALES)('[LCK-12] are valid JSON Feed 1.1 with the same versions in %s', (locale) => {
    const feed = JsonFeed.parse(JSON.parse(JSON.stringify(jsonFeed({ manifest, locale, origin }))))
    expect(feed.feed_url).toBe(`${origin}/${brand}/policy/feed.json?lang=${locale}`)
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(manifest.policies.length)
    expect(feed.items.map(({ url }) => url).toSorted()).toEqual(
      manifest.policies.map(({ version }) => `${origin}/${brand}/policy/${version}`).toSorted(),
    )
  })
})

describe('what a manifest says', () => {
  it('cannot break out of the feed', () => {
    const manifest = { ...getManifest('we-lock'), name: '<b>&"We\'' }
    expect(texts(parse(atomFeed({ manifest, locale: 'en', origin })), 'title')[0]).toBe('<b>&"We\': Privacy policy')
  })
})
