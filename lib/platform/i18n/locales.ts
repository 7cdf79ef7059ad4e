/** The languages that every text of the portal exists in. */
export const LOCALES = ['en', 'zh-CN', 'fr'] as const
export type Locale = (typeof LOCALES)[number]

/** A text in each of the portal's languages. */
export type Localised = Readonly<Record<Locale, string>>

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value)
}

/** The best language for a browser's Accept-Language header; English where none fits. */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean)
      return { tag: tag.toLowerCase(), quality: quality ? Number(quality) : 1 }
    })
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of wanted) {
    const found = LOCALES.find((locale) => tag.split('-')[0] === locale.split('-')[0])
    if (found) return found
  }
  return 'en'
}
