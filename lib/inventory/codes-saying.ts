import type { Category } from '#lib/brands/index.ts'
import type { FieldCodes } from '#lib/personal-data/index.ts'
import { type Locale, textsUnder, translator } from '#lib/platform/i18n/index.ts'
import { comparable } from './comparable.ts'
import { wordsOf } from './words-of.ts'
import { type WrittenNumber, writtenNumber } from './written-number.ts'

type Field = Category['fields'][number]

/** More digits than these no figure has that is stored as a number. */
const FIGURE = /^-?\d{1,15}$/

/**
 * The coded values of a category that a reader of this language sees as text with these words in it, and the figures that
 * they write as these words, by their fields: what is looked for in the rows in their place. Sensitive fields are masked
 * in a list, and so are not looked through.
 */
export function codesSaying(category: Pick<Category, 'shape' | 'fields'>, words: string, locale: Locale): FieldCodes[] {
  const wanted = comparable(words)
  if (!wanted) return []
  const says = (text: string) => comparable(text).includes(wanted)
  const number = writtenNumber(words, locale)
  return category.fields.flatMap((field) => {
    if (field.sensitive) return []
    const values = number && isFigure(field) ? figures(field, number) : coded(category.shape, field, locale, says)
    return values.length > 0 ? [{ field: field.key, values }] : []
  })
}

const isFigure = ({ type }: Field) => type === 'integer' || type === 'decimal'

/** Decimals are stored as they are written, integers as numbers. */
function figures({ type }: Field, { text, stored }: WrittenNumber): (string | number)[] {
  if (type === 'decimal') return [text]
  return stored.filter((figure) => FIGURE.test(figure)).map(Number)
}

function coded(
  shape: Category['shape'],
  { key, type }: Field,
  locale: Locale,
  says: (text: string) => boolean,
): (string | boolean)[] {
  if (type !== 'boolean')
    return Object.entries(textsUnder(locale, wordsOf(shape, key))).flatMap(([code, text]) => (says(text) ? [code] : []))
  const t = translator(locale, 'inventory.records')
  return [true, false].filter((value) => says(t(value ? 'yes' : 'no')))
}
