import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { tellAgain } from '#lib/announcements/index.ts'
import { audit } from '#lib/audit/index.ts'
import { BRAND_KEYS, getManifest, type Manifest } from '#lib/brands/index.ts'
import { notifyPerson } from '#lib/identity/index.ts'
import { queuePush } from '#lib/notifications/index.ts'
import { addDays, localDay, quietMinutes } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { isLocale, type Locale } from '#lib/platform/i18n/index.ts'
import { dateFormat } from '#lib/platform/i18n/intl-formats.ts'
import { NewController } from './schema.ts'

/** People who are written to in one transaction. */
const AT_ONCE = 100
/** From how many days before the transfer each is sent; the day before is the last on which an answer counts. */
const STAGES = [
  { key: 'last_day', daysBefore: 1 },
  { key: 'week', daysBefore: 7 },
] as const

type Remind = Grant<'controller-changes:remind'>

interface Due {
  readonly change: string
  readonly stage: (typeof STAGES)[number]['key']
  readonly next: string
  readonly transferOn: string
}

interface Silent {
  readonly subject: string
  readonly locale: string
}

/**
 * Reminds everybody who has not answered an open change of controller, whose accounts are closed if they stay silent
 * (WBP-10): a week before the transfer and on the last day, each stage once however often this runs, by mail or text
 * message, on their devices, and in the portal. Nobody whose account is closing is written to. Brands whose quiet hours
 * it is are left for the next hour.
 * @returns how many reminders were made
 */
export async function remindSilent(_grant: Remind): Promise<number> {
  let made = 0
  for (const brand of BRAND_KEYS) {
    const manifest = getManifest(brand)
    if (quietMinutes(clock.now(), quietOf(manifest)) > 0) continue
    const own = systemGrant('job:controller-changes.remind', 'controller-changes:remind', { brand })
    const due = await inScope(own, (tx) => findDue(tx, manifest))
    if (!due) continue
    for (let some = AT_ONCE; some === AT_ONCE; made += some) some = await remindSome(own, manifest, due)
  }
  return made
}

const quietOf = ({ zone, arrears }: Manifest) => ({ zone, ...arrears.quiet })

/** The stage that the brand's open change has come to; null before the first, and from the day of the transfer on. */
async function findDue(tx: Tx, { key: brand, zone }: Manifest): Promise<Due | null> {
  const row = await tx.controllerChange.findFirst({ where: { brand, settledAt: null } })
  if (!row) return null
  const [today, transferOn] = [localDay(clock.now(), zone), row.transferOn.toISOString().slice(0, 10)]
  const stage = STAGES.find(({ daysBefore }) => today >= addDays(transferOn, -daysBefore))
  if (!stage || today >= transferOn) return null
  return { change: row.id, stage: stage.key, next: NewController.parse(row.controller).name, transferOn }
}

async function remindSome(grant: Remind, manifest: Manifest, due: Due): Promise<number> {
  return inScope(grant, async (tx) => {
    const silent = await takeSilent(tx, manifest.key, due)
    for (const one of silent) {
      await tell(tx, manifest, due, one)
      const { change: target, stage } = due
      const event = { target, subject: one.subject, detail: { stage } }
      await audit.record(tx, grant, { name: 'controller_change.reminded', ...event })
    }
    return silent.length
  })
}

// The row is written first: of two sweeps at once the second finds nobody left to write to.
function takeSilent(tx: Tx, brand: string, { change, stage }: Due): Promise<Silent[]> {
  return tx.$queryRaw<Silent[]>`
    WITH taken AS (
      INSERT INTO controller_reminder (change_id, brand, subject_id, stage, reminded_at)
      SELECT ${change}::uuid, a.brand, a.id, ${stage}, ${clock.now()} FROM account a
      WHERE a.brand = ${brand} AND a.state = 'active'
        AND NOT EXISTS (SELECT 1 FROM controller_answer c
          WHERE c.brand = a.brand AND c.subject_id = a.id AND c.change_id = ${change}::uuid)
        AND NOT EXISTS (SELECT 1 FROM controller_reminder r
          WHERE r.brand = a.brand AND r.subject_id = a.id AND r.change_id = ${change}::uuid AND r.stage = ${stage})
      ORDER BY a.id LIMIT ${AT_ONCE}
      ON CONFLICT DO NOTHING RETURNING subject_id
    )
    SELECT t.subject_id AS subject, a.locale FROM taken t JOIN account a ON a.id = t.subject_id ORDER BY a.id`
}

async function tell(tx: Tx, manifest: Manifest, due: Due, { subject, locale: spoken }: Silent): Promise<void> {
  const { key: brand, graceDays: days } = manifest
  const common = {
    kind: `controller_changes.${due.stage}`,
    path: `/${brand}/me/controller`,
    quiet: quietOf(manifest),
  }
  const values = (locale: Locale) => ({
    next: due.next,
    days,
    date: written(due.transferOn, locale),
    last: written(addDays(due.transferOn, -1), locale),
  })
  const queued = await notifyPerson(tx, { brand, subject }, { ...common, values })
  const locale = isLocale(spoken) ? spoken : 'en'
  await queuePush(tx, { brand, subject }, { ...common, locale, values: values(locale) })
  await tellAgain(tx, { brand, subjectId: subject, sourceId: due.change }, queued)
}

function written(day: string, locale: Locale): string {
  return dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
