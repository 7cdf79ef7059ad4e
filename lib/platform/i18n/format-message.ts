import formatRead from 'use-intl/format-message/format-only'
import { dateFormat, numberFormat, pluralRules } from './intl-formats.ts'

type Format = typeof formatRead

/** next-intl makes its formats anew for each request; making one takes longer than all messages of a page that use it. */
const kept = { getDateTimeFormat: dateFormat, getNumberFormat: numberFormat, getPluralRules: pluralRules }

/** Fills in a message that was read before, with formats that are kept: what the portal is built with (next.config.ts). */
export default function formatMessage(...[key, message, values, options]: Parameters<Format>): ReturnType<Format> {
  return formatRead(key, message, values, { ...options, formatters: { ...options.formatters, ...kept } })
}
formatMessage.raw = formatRead.raw
