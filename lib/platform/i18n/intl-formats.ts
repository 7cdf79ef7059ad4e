/** Day before month and no guessing: English here is written as in most of the world. */
const FORM_OF: Readonly<Record<string, string>> = { en: 'en-GB', 'zh-CN': 'zh-CN', fr: 'fr-FR' }

const dates = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<string, Intl.NumberFormat>()
const plurals = new Map<string, Intl.PluralRules>()

/** The format of dates in a language, kept: making one takes a thousand times as long as using it. */
export function dateFormat(locale: string, options?: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = dates.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(FORM_OF[locale] ?? locale, options)
  dates.set(key, made)
  return made
}

/** The format of numbers in a language, kept as that of dates is. */
export function numberFormat(locale: string, options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = numbers.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(FORM_OF[locale] ?? locale, options)
  numbers.set(key, made)
  return made
}

/** The rules by which a language counts ("1 bill", "2 bills"), kept likewise. */
export function pluralRules(locale: string, options?: Intl.PluralRulesOptions): Intl.PluralRules {
  const key = `${locale} ${options?.type}`
  const known = plurals.get(key)
  if (known) return known
  const made = new Intl.PluralRules(FORM_OF[locale] ?? locale, options)
  plurals.set(key, made)
  return made
}
