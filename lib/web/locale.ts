import { cookies, headers } from 'next/headers'
import { isLocale, type Locale, negotiateLocale } from '#lib/platform/i18n/locales.ts'

/** Holds the language that a person chose; the address of a page is the same in every language. */
export const LOCALE_COOKIE = 'openbook.locale'

/** The language of the current request: the chosen one, else the one that the browser asks for. */
export async function requestLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  return isLocale(chosen) ? chosen : negotiateLocale((await headers()).get('accept-language'))
}
