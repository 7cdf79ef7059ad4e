import type { PolicyVersion } from '#lib/brands/index.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import { diffWords, wordsOf } from './diff-words.ts'
import type { BlockDiff, SectionDiff } from './schema.ts'

type Section = PolicyVersion['sections'][number]
type Block = Pick<BlockDiff, 'item'> & { readonly text: string; readonly words: readonly string[] }

/** Paragraphs that share less than this are not the same paragraph rewritten. */
const LEAST_ALIKE = 0.45

/**
 * What differs between two versions of a policy in one language, section by section and word by word, in the order of
 * the later one; a section that is gone stands where it stood (WBP-22).
 */
export function comparePolicies(from: PolicyVersion, to: PolicyVersion, locale: Locale): SectionDiff[] {
  const before = new Map(from.sections.map((section) => [section.id, section]))
  const compared = to.sections.map((section) => compareSection(before.get(section.id), section, locale))
  from.sections.forEach((section, place) => {
    if (to.sections.some(({ id }) => id === section.id)) return
    const previous = from.sections[place - 1]?.id
    compared.splice(compared.findIndex(({ id }) => id === previous) + 1, 0, compareSection(section, undefined, locale))
  })
  return compared
}

function compareSection(before: Section | undefined, after: Section | undefined, locale: Locale): SectionDiff {
  const heading = diffWords(before?.heading[locale] ?? '', after?.heading[locale] ?? '', locale)
  const blocks = alignBlocks(blocksOf(before, locale), blocksOf(after, locale), locale)
  const parts = [...heading, ...blocks.flatMap((block) => block.parts)]
  const changed = parts.some(({ kind }) => kind !== 'same') ? 'changed' : 'same'
  return {
    id: (after ?? before)?.id ?? '',
    name: (after ?? before)?.heading[locale] ?? '',
    change: !before ? 'added' : !after ? 'removed' : changed,
    heading,
    blocks,
  }
}

/** Paragraphs as manifests write them: a line that begins with "- " is an item of a list. */
function blocksOf(section: Section | undefined, locale: Locale): Block[] {
  const lines = section?.body[locale].flatMap((paragraph) => paragraph.split('\n')) ?? []
  return lines.map((line) => {
    const text = line.replace(/^- /, '')
    return { item: line.startsWith('- '), text, words: wordsOf(text, locale).filter(isMeaningful) }
  })
}

/** Pairs the paragraphs that are most alike, in their order; what finds no partner went or came whole. */
function alignBlocks(before: readonly Block[], after: readonly Block[], locale: Locale): BlockDiff[] {
  const alike = before.map((one) => after.map((other) => likeness(one, other)))
  const best = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  const value = (i: number, j: number) => best[i]?.[j] ?? 0
  const pair = (i: number, j: number) => (alike[i]?.[j] ?? 0) + value(i + 1, j + 1)
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = best[i]
      if (row) row[j] = Math.max(pair(i, j), value(i + 1, j), value(i, j + 1))
    }
  const blocks: BlockDiff[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [one, other] = [before[i], after[j]]
    if (one && other && (alike[i]?.[j] ?? 0) > 0 && value(i, j) === pair(i, j)) {
      blocks.push({ item: other.item, parts: diffWords(one.text, other.text, locale) })
      i += 1
      j += 1
    } else if (one && (!other || value(i, j) === value(i + 1, j))) {
      blocks.push({ item: one.item, parts: [{ kind: 'removed', text: one.text }] })
      i += 1
    } else if (other) {
      blocks.push({ item: other.item, parts: [{ kind: 'added', text: other.text }] })
      j += 1
    }
  }
  return blocks
}

/** How much of their words two paragraphs share, from 0 to 1 (Dice); little is nothing. */
function likeness(one: Block, other: Block): number {
  const left = new Map<string, number>()
  for (const word of other.words) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of one.words) {
    const times = left.get(word) ?? 0
    if (times === 0) continue
    left.set(word, times - 1)
    shared += 1
  }
  const share = (2 * shared) / Math.max(one.words.length + other.words.length, 1)
  return share < LEAST_ALIKE ? 0 : share
}

function isMeaningful(word: string): boolean {
  return /[\p{L}\p{N}]/u.test(word)
}
