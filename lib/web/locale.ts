import { cookies, headers } from 'next/headers'
import { isLocale, type Locale, negotiateLocale } from '#lib/platform/i18n/locales.ts'
import { currentSession } from './current-session.ts'

/** Holds the language that a person chose; the address of a page is the same in every language. */
export const LOCALE_COOKIE = 'openbook.locale'

/** The language of the current request: the chosen one, else the account's, else the one that the browser asks for. */
export async function requestLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  if (isLocale(chosen)) return chosen
  const own = (await currentSession())?.locale
  return isLocale(own) ? own : negotiateLocale((await headers()).get('accept-language'))
}
