import { getRequestConfig } from 'next-intl/server'
import { loadMessages } from '#lib/platform/i18n/messages.ts'
import { requestLocale } from './locale.ts'

export default getRequestConfig(async () => {
  const locale = await requestLocale()
  return { locale, messages: loadMessages(locale), timeZone: 'UTC' }
})
