import { v7 as uuid } from 'uuid'
import type { Grant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { notifyPerson } from '#lib/identity/index.ts'
import { queuePush } from '#lib/notifications/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { isLocale, type Locale } from '#lib/platform/i18n/index.ts'
import type { AlertKind } from './schema.ts'

export interface Alert {
  readonly subjectId: string
  readonly kind: AlertKind
  /** What it is about, so that the same is told once: a month, a meter's day. */
  readonly matter: string
  readonly meterId?: string
  readonly day: string
  readonly values: (locale: Locale) => Readonly<Record<string, string | number>>
}

/**
 * Tells a person about their use, once for each matter: on the page, by mail or text message, and by push message where
 * they asked for these. Nothing arrives in the brand's quiet hours; it waits for their end.
 */
export async function raiseAlert(tx: Tx, { brand }: Grant, alert: Alert): Promise<boolean> {
  const { subjectId, kind, matter, meterId, day, values } = alert
  const raised = await tx.$executeRaw`
    INSERT INTO usage_alert (id, brand, subject_id, kind, matter, meter_id, day, raised_at)
    VALUES (${uuid()}::uuid, ${brand}, ${subjectId}::uuid, ${kind}, ${matter}, ${meterId ?? null}::uuid, ${day}::date,
            ${clock.now()})
    ON CONFLICT (brand, subject_id, kind, matter) DO NOTHING`
  if (raised === 0) return false
  const { zone, arrears } = getManifest(brand)
  const whom = { brand, subject: subjectId }
  const common = { kind: `outlook.${kind}`, path: `/${brand}/me/usage/cost`, quiet: { zone, ...arrears.quiet } }
  await notifyPerson(tx, whom, { ...common, values })
  const account = await tx.account.findUnique({ where: { id: subjectId }, select: { locale: true } })
  const locale = isLocale(account?.locale) ? account.locale : 'en'
  await queuePush(tx, whom, { ...common, locale, values: values(locale) })
  return true
}
