/** Languages and the message catalogue. */
export { isLocale, LOCALES, type Locale, type Localised, negotiateLocale } from './locales.ts'
export { type Messages, textsUnder, translator } from './messages.ts'
