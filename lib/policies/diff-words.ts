import { wordSegmenter } from '#lib/platform/i18n/intl-formats.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import type { DiffPart } from './schema.ts'

/** The words of a text with everything between them; Chinese has no spaces and is cut by its words too. */
export function wordsOf(text: string, locale: Locale): string[] {
  return Array.from(wordSegmenter(locale).segment(text), ({ segment }) => segment)
}

/**
 * What was taken out of a text and put in, by words. The parts that are not `added` give the text before, those that
 * are not `removed` the text after.
 */
export function diffWords(before: string, after: string, locale: Locale): DiffPart[] {
  const [a, b] = [wordsOf(before, locale), wordsOf(after, locale)]
  const common = commonLengths(a, b)
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      parts.push({ kind: 'same', text: a[i] ?? '' })
      i += 1
      j += 1
    } else if (i < a.length && (j === b.length || at(common, i + 1, j) >= at(common, i, j + 1))) {
      parts.push({ kind: 'removed', text: a[i] ?? '' })
      i += 1
    } else {
      parts.push({ kind: 'added', text: b[j] ?? '' })
      j += 1
    }
  }
  return gather(parts)
}

/** For each pair of places the length of the longest common subsequence of what follows. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const [row, below] = [table[i], table[i + 1]]
    if (!row || !below) continue
    for (let j = b.length - 1; j >= 0; j -= 1)
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
  }
  return table
}

function at(table: readonly Uint32Array[], i: number, j: number): number {
  return table[i]?.[j] ?? 0
}

/**
 * Joins what belongs together. A blank or comma that stayed between two changes is part of both, so that a changed
 * phrase reads as one and not as a word here and there; of each change what went comes before what came.
 */
function gather(parts: readonly DiffPart[]): DiffPart[] {
  const gathered: DiffPart[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed) gathered.push({ kind: 'removed', text: removed })
    if (added) gathered.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  parts.forEach((part, place) => {
    const within = removed !== '' && added !== '' && parts[place + 1]?.kind !== 'same' && place + 1 < parts.length
    const joins = part.kind === 'same' && within && !/[\p{L}\p{N}]/u.test(part.text)
    if (part.kind !== 'added' && (part.kind === 'removed' || joins)) removed += part.text
    if (part.kind !== 'removed' && (part.kind === 'added' || joins)) added += part.text
    if (part.kind !== 'same' || joins) return
    flush()
    const last = gathered.at(-1)
    if (last?.kind === 'same') gathered[gathered.length - 1] = { kind: 'same', text: last.text + part.text }
    else gathered.push(part)
  })
  flush()
  return gathered
}
