import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'use-intl/core'
import type { Locale } from './locales.ts'

/** A namespace of texts: nested keys with ICU messages at the leaves. */
export interface Messages {
  [key: string]: string | Messages
}

const folder = join(process.cwd(), 'lib/platform/i18n/messages')
const cache = new Map<Locale, Messages>()

/** Every text of a language: one file a namespace, named for it. */
export function loadMessages(locale: Locale): Messages {
  const held = cache.get(locale)
  if (held) return held
  const names = readdirSync(join(folder, locale)).filter((name) => name.endsWith('.json'))
  const messages = Object.fromEntries(
    names.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, locale, name), 'utf8')) as Messages]),
  )
  if (process.env.NODE_ENV !== 'development') cache.set(locale, messages)
  return messages
}

/** Texts outside of a page: mails, documents, files. */
export function translator(locale: Locale, namespace: string) {
  return createTranslator({ locale, namespace, messages: loadMessages(locale) })
}
