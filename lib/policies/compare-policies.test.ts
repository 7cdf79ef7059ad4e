import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BRAND_KEYS, getManifest, type PolicyVersion } from '#lib/brands/index.ts'
import { LOCALES } from '#lib/platform/i18n/index.ts'
import { publishDrafts } from '#lib/testing/publish-drafts.ts'
import { comparePolicies } from './compare-policies.ts'
import { diffWords } from './diff-words.ts'
import type { DiffPart, SectionDiff } from './schema.ts'

publishDrafts('energybilling')

const side = (parts: readonly DiffPart[], without: DiffPart['kind']) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')
const written = (parts: readonly DiffPart[]) =>
  parts.map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}[${text}]`)).join('')

/** The lines of a section as one side of the comparison has them. */
function linesOf(section: SectionDiff, without: DiffPart['kind']): string[] {
  return section.blocks.map(({ parts }) => side(parts, without)).filter((line) => line !== '')
}

function linesIn(policy: PolicyVersion, id: string, locale: (typeof LOCALES)[number]): string[] {
  const body = policy.sections.find((section) => section.id === id)?.body[locale] ?? []
  return body.flatMap((paragraph) => paragraph.split('\n')).map((line) => line.replace(/^- /, ''))
}

describe('the difference of two texts', () => {
  it('names words, and phrases as one', () => {
    expect(written(diffWords('kept for one year', 'kept for 180 days', 'en'))).toBe('kept for -[one year]+[180 days]')
    expect(written(diffWords('保存期限为一年。', '保存期限为180天。', 'zh-CN'))).toContain('保存期限为')
    expect(written(diffWords('same', 'same', 'fr'))).toBe('same')
  })

  it('loses and invents nothing, whatever the texts', () => {
    const word = fc.constantFrom('we', 'keep', 'data', ' ', ', ', '数据', '保存', 'l’été', '.')
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''))
    fc.assert(
      fc.property(text, text, fc.constantFrom(...LOCALES), (before, after, locale) => {
        const parts = diffWords(before, after, locale)
        expect(side(parts, 'added')).toBe(before)
        expect(side(parts, 'removed')).toBe(after)
      }),
    )
  })
})

describe('the difference of two versions', () => {
  it('gives both versions whole, for any two versions of every brand in every language', () => {
    for (const brand of BRAND_KEYS) {
      const { policies } = getManifest(brand)
      for (const from of policies)
        for (const to of policies)
          for (const locale of LOCALES) {
            const sections = comparePolicies(from, to, locale)
            const ids = new Set([...from.sections, ...to.sections].map(({ id }) => id))
            expect(sections.map(({ id }) => id).toSorted()).toEqual([...ids].toSorted())
            for (const section of sections) {
              expect(linesOf(section, 'added')).toEqual(linesIn(from, section.id, locale))
              expect(linesOf(section, 'removed')).toEqual(linesIn(to, section.id, locale))
              if (from === to) expect(section.change).toBe('same')
            }
          }
    }
  })

  it('is small where little changed, and tells what came and went', () => {
    const [first, second, third] = getManifest('energybilling').policies
    if (!first || !second || !third) throw new Error('three versions are needed')
    const changed = comparePolicies(second, third, 'en').filter(({ change }) => change !== 'same')
    expect(changed.map(({ id }) => id)).toEqual(['retention'])
    expect(changed.flatMap(({ blocks }) => blocks.flatMap(({ parts }) => parts)).map(({ text }) => text)).toContain(
      'Phone identifiers, list of installed apps, sign-ins, start-up data and error log: 180 days',
    )
    expect(comparePolicies(first, second, 'en').find(({ id }) => id === 'cookies')?.change).toBe('added')
    expect(comparePolicies(second, first, 'en').find(({ id }) => id === 'cookies')?.change).toBe('removed')
  })
})
