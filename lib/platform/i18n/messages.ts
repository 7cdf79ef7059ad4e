import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import compile from 'icu-minify/compile'
import { createTranslator } from 'use-intl/core'
import formatMessage from 'use-intl/format-message'
import { frenchSpaces } from './french-spaces.ts'
import type { Locale } from './locales.ts'

/** A namespace of texts: nested keys with ICU messages at the leaves. */
export interface Messages {
  [key: string]: string | Messages
}

const folder = join(process.cwd(), 'lib/platform/i18n/messages')
const cache = new Map<Locale, Messages>()

/**
 * Every text of a language, as the formatter in use takes it. Pages are built with the one that takes messages read
 * beforehand (next.config.ts), since reading one takes longer than saying it; elsewhere they stay as written. A file's name is where its texts hang: `devices.json` holds `devices`, and
 * `errors.billing.json` holds `errors.billing`, so that each domain keeps its refusals in a file of its own.
 */
export function loadMessages(locale: Locale): Messages {
  const held = cache.get(locale)
  if (held) return held
  const files = readdirSync(join(folder, locale)).filter((name) => name.endsWith('.json'))
  const messages = nestByFileName(
    files.map((name) => [name.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, locale, name), 'utf8'))]),
  )
  if (locale === 'fr') changeAll(messages, frenchSpaces)
  if (!formatMessage.raw) changeAll(messages, compile)
  if (process.env.NODE_ENV !== 'development') cache.set(locale, messages)
  return messages
}

/** Puts in place of each message what is made of it. */
function changeAll(messages: Messages, make: (message: string) => unknown): void {
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') Object.assign(messages, { [key]: make(value) })
    else changeAll(value, make)
  }
}

/**
 * One tree of many files; the order of the files does not matter.
 * @throws where two files give a text for the same key
 */
export function nestByFileName(files: readonly (readonly [name: string, texts: Messages])[]): Messages {
  const tree: Messages = {}
  for (const [name, texts] of files) {
    const wrapped = name.split('.').reduceRight<Messages>((inner, key) => ({ [key]: inner }), texts)
    merge(tree, wrapped, name)
  }
  return tree
}

function merge(into: Messages, from: Messages, file: string): void {
  for (const [key, value] of Object.entries(from)) {
    const present = into[key]
    if (present === undefined) into[key] = typeof value === 'string' ? value : structuredClone(value)
    else if (typeof present === 'string' || typeof value === 'string')
      throw new Error(`The text ${key} of ${file}.json is given by another file too`)
    else merge(present, value, file)
  }
}

// Which texts there are is known when they are read, so that any key may come with any values.
type AnyMessages = NonNullable<Parameters<typeof createTranslator>[0]['messages']>

/** The texts that hang directly under a place of the catalogue and take no values, by their keys. */
export function textsUnder(locale: Locale, namespace: string): Record<string, string> {
  let place: string | Messages | undefined = loadMessages(locale)
  for (const key of namespace.split('.')) place = typeof place === 'object' ? place[key] : undefined
  if (typeof place !== 'object') return {}
  const t = translator(locale, namespace)
  const keys = Object.entries(place).flatMap(([key, text]) => (typeof text === 'string' ? [key] : []))
  return Object.fromEntries(keys.map((key) => [key, t(key)]))
}

/** Texts outside of a page: mails, documents, files. */
export function translator(locale: Locale, namespace: string) {
  const messages: AnyMessages = loadMessages(locale)
  return createTranslator({ locale, namespace, messages })
}
