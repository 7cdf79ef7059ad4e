import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import compile from 'icu-minify/compile'
import type { ReactNode } from 'react'
import { _createCache, _createIntlFormatters, createTranslator } from 'use-intl/core'
import formatMessage from 'use-intl/format-message'
import { describe, expect, it } from 'vitest'
import formatRead from './format-message.ts'
import { LOCALES, type Locale } from './locales.ts'
import { loadMessages, type Messages, nestByFileName } from './messages.ts'

const folder = join(import.meta.dirname, 'messages')
const filesOf = (locale: Locale) => readdirSync(join(folder, locale)).filter((name) => name.endsWith('.json'))

/** Every text by its path: `access.not_found`. */
function textsOf(messages: Messages, path = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...textsOf(value, `${path}${key}.`)],
    ),
  )
}

function readTexts(locale: Locale, file: string) {
  return textsOf(JSON.parse(readFileSync(join(folder, locale, file), 'utf8')))
}

/** What a message is given: its arguments with their kind, and its tags. Branches of plurals are read too. */
function placeholders(message: string): string[] {
  const found = new Set<string>()
  let at = 0
  const word = (pattern: RegExp) => {
    pattern.lastIndex = at
    const [text = ''] = pattern.exec(message) ?? []
    at += text.length
    return text.trim()
  }
  const branches = () => {
    while (at < message.length && message[at] !== '}') {
      word(/[^{}]*/y)
      if (message[at] !== '{') break
      at += 1
      text()
      at += 1
    }
  }
  const argument = () => {
    const name = word(/\s*\w+\s*/y)
    const kind = message[at] === ',' ? word(/,\s*\w+\s*/y).replace(/\W/g, '') : ''
    // Chinese has no plural: a bare number there is the same value.
    found.add(kind && kind !== 'plural' ? `{${name}, ${kind}}` : `{${name}}`)
    if (/^(plural|select|selectordinal)$/.test(kind)) branches()
    else word(/[^}]*/y)
  }
  const text = () => {
    while (at < message.length && message[at] !== '}') {
      const tag = word(/<\/?\w+>/y)
      if (tag) found.add(tag)
      else if (message[at] === '{') {
        at += 1
        argument()
        at += 1
      } else at += 1
    }
  }
  text()
  return [...found].sort()
}

describe('the catalogue', () => {
  const [first, ...others] = LOCALES

  it('reads arguments, their kinds and tags of a message', () => {
    expect(placeholders('Hi {name}, {n, plural, =0 {nothing} other {# for {who}}} <b>now</b>')).toEqual([
      '</b>',
      '<b>',
      '{name}',
      '{n}',
      '{who}',
    ])
  })

  it.each(others)('has the same files in %s', (locale) => {
    expect(filesOf(locale)).toEqual(filesOf(first))
  })

  describe.each(filesOf(first))('%s', (file) => {
    const original = readTexts(first, file)

    it.each(others)('has the same texts in %s, taking the same values', (locale) => {
      const texts = readTexts(locale, file)
      expect([...texts.keys()].sort()).toEqual([...original.keys()].sort())
      for (const [path, text] of texts) {
        expect([path, placeholders(text)]).toEqual([path, placeholders(original.get(path) ?? '')])
      }
    })

    it.each(LOCALES)('holds no empty text in %s', (locale) => {
      const empty = [...readTexts(locale, file)].filter(([, text]) => text.trim() === '').map(([path]) => path)
      expect(empty).toEqual([])
    })
  })

  it.each(LOCALES)('compiles every message of %s', (locale) => {
    const messages = loadMessages(locale)
    const faults: string[] = []
    const onError = (fault: { code: string; message: string }) => {
      if (fault.code === 'INVALID_MESSAGE') faults.push(fault.message)
    }
    for (const [namespace, texts] of Object.entries(messages)) {
      const translate = createTranslator({ locale, messages, namespace, onError })
      if (typeof texts !== 'string') for (const path of textsOf(texts).keys()) translate(path)
    }
    expect(faults).toEqual([])
  })

  it.each(LOCALES)('says every message of %s the same where pages take it read beforehand', (locale) => {
    const cache = _createCache()
    const options = { locale, cache, formatters: _createIntlFormatters(cache), timeZone: 'UTC' }
    for (const [path, text] of textsOf(loadMessages(locale))) {
      const values = Object.fromEntries(placeholders(text).map(sampleOf))
      expect([path, formatRead(path, compile(text), values, options)]).toEqual([
        path,
        formatMessage(path, text, values, options),
      ])
    }
  })
})

/** A value for `{count}`, `{kind, select}` or `<link>`. */
function sampleOf(placeholder: string) {
  const name = placeholder.replace(/\W*(\w+).*/, '$1')
  if (placeholder.startsWith('<')) return [name, (text: ReactNode) => ['<', text, '>']] as const
  return [name, placeholder.endsWith('select}') ? 'other' : 1234] as const
}

describe('nesting by file name', () => {
  it('hangs a file with dots below the namespace of its first part, in any order', () => {
    const billing = ['errors.billing', { not_found: 'no bill' }] as const
    const errors = ['errors', { access: { sign_in: 'sign in' } }] as const
    const expected = { errors: { access: { sign_in: 'sign in' }, billing: { not_found: 'no bill' } } }
    expect(nestByFileName([billing, errors])).toEqual(expected)
    expect(nestByFileName([errors, billing])).toEqual(expected)
  })

  it('refuses a text that two files give', () => {
    expect(() =>
      nestByFileName([
        ['errors', { billing: { not_found: 'one' } }],
        ['errors.billing', { not_found: 'other' }],
      ]),
    ).toThrow('errors.billing.json')
  })

  it('leaves what it was given as it was', () => {
    const texts = { access: { sign_in: 'sign in' } }
    nestByFileName([
      ['errors', texts],
      ['errors.access', { more: 'more' }],
    ])
    expect(texts).toEqual({ access: { sign_in: 'sign in' } })
  })
})
