import type { Locale } from '#lib/platform/i18n/locales.ts'
import { comparable } from './comparable.ts'

/** A number as somebody wrote it, exactly: `12.50`, `-1234.5`. */
export interface WrittenNumber {
  readonly text: string
  /** The same in the units that may be stored, where another is written behind it: watt-hours for kWh, litres for m³. */
  readonly stored: readonly string[]
}

/** By how many places the decimal point of a unit that people read moves; some meters count finer than others. */
const MOVED: Readonly<Record<string, readonly number[]>> = { kwh: [3, 6], m3: [3] }
const FORM =
  /^([-−]?)(?:[€$£¥]|[a-z]{0,2}[$£¥]|[a-z]{3} )? ?([-−]?\d[\d ,.']*?) ?(€|[a-z]{0,2}[$£¥]|%|×|°c?|[a-z]{1,6}\d?|升|度|次|元)?$/
const MOST_DIGITS = 30

/**
 * What is meant by a number as the portal shows it in a language ("1,234.5", "1 234,5", "€12.50", "1.234 kWh"), or with the
 * other of comma and point; null where the words are no number.
 */
export function writtenNumber(words: string, locale: Locale): WrittenNumber | null {
  const [, sign = '', digits = '', unit = ''] = FORM.exec(comparable(words)) ?? []
  const text = plain(`${sign}${digits}`.replace(/[ ']/g, '').replace('−', '-'), locale)
  if (!text || text.length > MOST_DIGITS) return null
  return { text, stored: MOVED[unit]?.map((places) => moved(text, places)) ?? [text] }
}

function plain(digits: string, locale: Locale): string | null {
  const marks = digits.replace(/[^.,]/g, '')
  const grouped = /^-?\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.exec(digits)?.[1]
  // A single mark before three digits parts thousands, unless the language writes decimals with it.
  const decimalMark = locale === 'fr' ? ',' : '.'
  if (/[.,]{2}/.test(digits)) return null
  const last = marks.at(-1)
  const thousands = grouped !== undefined && (marks.length > 1 || grouped !== decimalMark)
  if (!last || thousands) return number(digits.replace(/[.,]/g, ''))
  const at = digits.lastIndexOf(last)
  return number(`${digits.slice(0, at).replace(/[.,]/g, '')}.${digits.slice(at + 1)}`)
}

function number(text: string): string | null {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? text : null
}

function moved(text: string, by: number): string {
  const [whole = '', places = ''] = text.split('.')
  const rest = places.slice(by).replace(/0+$/, '')
  return `${whole}${places.slice(0, by).padEnd(by, '0')}${rest ? `.${rest}` : ''}`.replace(/^(-?)0+(?=\d)/, '$1')
}
