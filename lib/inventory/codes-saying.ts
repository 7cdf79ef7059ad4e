import type { Category } from '#lib/brands/index.ts'
import type { FieldCodes } from '#lib/personal-data/index.ts'
import { type Locale, textsUnder, translator } from '#lib/platform/i18n/index.ts'
import { wordsOf } from './schema.ts'

/**
 * The coded values of a category that a reader of this language sees as text with these words in it, by their fields:
 * what is looked for in the rows in their place. Sensitive fields are masked in a list, and so are not looked through.
 */
export function codesSaying(category: Pick<Category, 'shape' | 'fields'>, words: string, locale: Locale): FieldCodes[] {
  const wanted = comparable(words)
  if (!wanted) return []
  const says = (text: string) => comparable(text).includes(wanted)
  return category.fields.flatMap(({ key, type, sensitive }) => {
    if (sensitive) return []
    const values = type === 'boolean' ? booleans(locale, says) : coded(wordsOf(category.shape, key), locale, says)
    return values.length > 0 ? [{ field: key, values }] : []
  })
}

function coded(namespace: string, locale: Locale, says: (text: string) => boolean): string[] {
  return Object.entries(textsUnder(locale, namespace)).flatMap(([code, text]) => (says(text) ? [code] : []))
}

function booleans(locale: Locale, says: (text: string) => boolean): boolean[] {
  const t = translator(locale, 'inventory.records')
  return [true, false].filter((value) => says(t(value ? 'yes' : 'no')))
}

/** Nobody has to type the accents, the curved apostrophes and the narrow spaces that we write. */
function comparable(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/’/g, "'").replace(/\s+/g, ' ').trim().toLowerCase()
}
