import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { frenchSpaces } from './french-spaces.ts'
import { translator } from './messages.ts'

describe('French spaces', () => {
  it('hold what stands before and after them together', () => {
    expect(frenchSpaces('Dit-on « oui » ? Non : jamais ; {n} fois !')).toBe(
      'Dit-on «\u00a0oui\u00a0»\u00a0? Non\u00a0: jamais\u00a0; {n} fois\u00a0!',
    )
  })

  it('leave the spaces between words and messages with branches as they are', () => {
    const plain = 'Il y a {n, plural, one {# jour} other {# jours}} de reste'
    expect(frenchSpaces(plain)).toBe(plain)
  })

  it('are alike everywhere, since each text is written with plain ones', () => {
    const texts = globSync('lib/platform/i18n/messages/fr/*.json').map((file) => readFileSync(file, 'utf8'))
    expect(texts.length).toBeGreaterThan(20)
    expect(texts.filter((text) => /[\u00a0\u202f]/.test(text))).toEqual([])
  })

  it('are in the catalogue, in French alone', () => {
    const spaces = (locale: 'fr' | 'en') => translator(locale, 'identity')('signIn.forgotten').includes('\u00a0')
    expect([spaces('fr'), spaces('en')]).toEqual([true, false])
  })
})
