/** Day before month and no guessing: English here is written as in most of the world. */
const FORM_OF: Readonly<Record<string, string>> = { en: 'en-GB', 'zh-CN': 'zh-CN', fr: 'fr-FR' }
const formOf = (locale: string) => FORM_OF[locale] ?? locale

/**
 * Keeps each format under a name, for as long as the process lives: making one takes up to a thousand times as long as
 * using it. A name says everything that the format depends on, and there are few of them.
 */
export function keptFormats<F>(): (name: string, make: () => F) => F {
  const kept = new Map<string, F>()
  return (name, make) => {
    const known = kept.get(name)
    if (known !== undefined) return known
    const made = make()
    kept.set(name, made)
    return made
  }
}

const dates = keptFormats<Intl.DateTimeFormat>()
const numbers = keptFormats<Intl.NumberFormat>()
const plurals = keptFormats<Intl.PluralRules>()
const lists = keptFormats<Intl.ListFormat>()
const names = keptFormats<Intl.DisplayNames>()
const languages = keptFormats<string>()
const segmenters = keptFormats<Intl.Segmenter>()

/** The format of dates in a language. What is used for each row of a page keeps it under a shorter name (formatDate). */
export function dateFormat(locale: string, options?: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return dates(`${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(formOf(locale), options))
}

/** The format of numbers in a language. */
export function numberFormat(locale: string, options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  return numbers(`${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(formOf(locale), options))
}

/** The rules by which a language counts ("1 bill", "2 bills"). */
export function pluralRules(locale: string, options?: Intl.PluralRulesOptions): Intl.PluralRules {
  return plurals(`${locale} ${options?.type}`, () => new Intl.PluralRules(formOf(locale), options))
}

/** Several things in one sentence, parted as the language does it: "power, water and gas". */
export function formatList(things: readonly string[], locale: string): string {
  return lists(locale, () => new Intl.ListFormat(formOf(locale))).format(things)
}

/** What a country is called in a language; its code where there is no name for it. */
export function countryName(code: string, locale: string): string {
  return namesOf(locale, 'region').of(code) ?? code
}

/** What a language of the portal is called in a language: "Simplified Chinese", and not where it is spoken. */
export function languageName(of: string, locale: string): string {
  return languages(`${of} ${locale}`, () => {
    const name = namesOf(locale, 'language').of(of === 'zh-CN' ? 'zh-Hans' : of) ?? of
    // French writes it small within a sentence; here it stands alone.
    return name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1)
  })
}

function namesOf(locale: string, type: 'region' | 'language'): Intl.DisplayNames {
  return names(`${locale} ${type}`, () => new Intl.DisplayNames(locale, { type }))
}

/** Cuts a text into words; Chinese has no spaces and is cut by its words too. */
export function wordSegmenter(locale: string): Intl.Segmenter {
  return segmenters(locale, () => new Intl.Segmenter(locale, { granularity: 'word' }))
}
