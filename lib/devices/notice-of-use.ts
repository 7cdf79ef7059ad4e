import type { DevicePermission } from '#lib/brands/index.ts'
import { type ConsentNotice, noticeOf } from '#lib/consents/index.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'

/** What stands beside the switch of one use of a permission of the phone, as it is recorded. */
export function noticeOfUse(permission: DevicePermission, use: string, locale: Locale): ConsentNotice | null {
  const found = permission.uses.find(({ key }) => key === use)
  if (!found) return null
  return noticeOf({
    name: permission.name[locale],
    notice: found.name[locale],
    consequence: permission.consequence[locale],
  })
}
