import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { addDays, localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { AlertKind } from './schema.ts'

export interface UsageAlertView {
  readonly id: string
  readonly kind: AlertKind
  /** The number of the meter that it is about. */
  readonly serial: string | null
  readonly utility: string | null
  readonly day: string
}

/** What a person set and what they were told about their use. */
export interface Watch {
  readonly budget: { readonly amountMinor: bigint; readonly currency: string } | null
  /** The newest first. */
  readonly alerts: readonly UsageAlertView[]
}

const DAYS = 60
const MOST = 10

interface Row {
  readonly amountMinor: bigint | null
  readonly currency: string | null
  readonly alerts: readonly UsageAlertView[] | null
}

/** The person's budget and what they were told in the last two months, in one statement. */
export async function readWatch(grant: Grant<'usage:view'>): Promise<Watch> {
  const [brand, subject] = [grant.brand, subjectOf(grant)]
  const since = addDays(localDay(clock.now(), 'UTC'), -DAYS)
  const [row] = await inScope(
    grant,
    (tx) => tx.$queryRaw<Row[]>`
      SELECT b.amount_minor AS "amountMinor", b.currency, a.alerts
      FROM (
        SELECT jsonb_agg(to_jsonb(n) ORDER BY n.day DESC, n.id DESC) AS alerts FROM (
          SELECT u.id, u.kind, m.serial, m.utility, u.day::text AS day
          FROM usage_alert u LEFT JOIN meter m ON m.id = u.meter_id
          WHERE u.brand = ${brand} AND u.subject_id = ${subject}::uuid AND u.day >= ${since}::date
          ORDER BY u.day DESC, u.id DESC LIMIT ${MOST}
        ) n
      ) a
      LEFT JOIN budget b ON b.brand = ${brand} AND b.subject_id = ${subject}::uuid`,
  )
  const { amountMinor = null, currency = null, alerts = null } = row ?? {}
  return {
    budget: amountMinor === null || currency === null ? null : { amountMinor, currency },
    alerts: alerts ?? [],
  }
}
