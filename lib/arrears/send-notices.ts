import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { makePayLink } from '#lib/billing/index.ts'
import { BRAND_KEYS, getManifest, type Manifest } from '#lib/brands/index.ts'
import { notifyPerson } from '#lib/identity/index.ts'
import { queuePush } from '#lib/notifications/index.ts'
import { localDay, quietMinutes } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { isLocale, type Locale } from '#lib/platform/i18n/index.ts'
import { dateFormat } from '#lib/platform/i18n/intl-formats.ts'
import { formatMoney } from '#lib/platform/money/index.ts'
import { arrearsNoticed } from './events.ts'

/** People who are written to in one transaction. */
const AT_ONCE = 100

interface Noticed {
  readonly subject: string
  readonly billId: string
  readonly stage: string
  readonly sent: boolean
  readonly number: string
  readonly currency: string
  readonly openMinor: bigint
  readonly payableOn: string
  readonly locale: string
}

/**
 * Tells people of bills that were not paid: of each the stage that its days have come to, once. Brands whose quiet hours
 * it is are left for the next hour. Nobody is reminded while their money is on its way, or
 * is still to be taken from a card that they kept; who wants no reminders finds them
 * in the portal, and gets those that the law asks for.
 * @returns how many notices were made
 */
export async function sendNotices(grant: Grant<'arrears:notify'>): Promise<number> {
  let made = 0
  for (const brand of BRAND_KEYS) {
    const manifest = getManifest(brand)
    if (quietMinutes(clock.now(), quietOf(manifest)) > 0) continue
    for (let some = AT_ONCE; some === AT_ONCE; made += some) some = await sendSome(grant, manifest)
  }
  return made
}

const quietOf = ({ zone, arrears }: Manifest) => ({ zone, ...arrears.quiet })

async function sendSome(grant: Grant<'arrears:notify'>, manifest: Manifest): Promise<number> {
  return inScope(grant, async (tx) => {
    const noticed = await takeBills(tx, manifest)
    for (const notice of noticed) {
      if (notice.sent) await send(tx, grant, manifest, notice)
      const { subject, billId, stage, sent } = notice
      await audit.record(tx, grant, arrearsNoticed(billId, subject, { stage, sent }))
    }
    return noticed.length
  })
}

// The row is written first: of two sweeps at once the second finds nobody left to write to.
function takeBills(tx: Tx, { key: brand, zone, arrears }: Manifest): Promise<Noticed[]> {
  const today = localDay(clock.now(), zone)
  return tx.$queryRaw<Noticed[]>`
    WITH stage AS (
      SELECT * FROM unnest(
        ${arrears.stages.map(({ key }) => key)}::text[],
        ${arrears.stages.map(({ daysAfter }) => daysAfter)}::int[],
        ${arrears.stages.map(({ legal }) => legal)}::boolean[]
      ) AS s (key, days, legal)
    ), taken AS (
      INSERT INTO arrears_notice (id, brand, subject_id, bill_id, stage, payable_on, sent, created_at)
      SELECT gen_random_uuid(), b.brand, b.subject_id, b.id, s.key, b.payable_on,
             s.legal OR coalesce(c.reminders, true), ${clock.now()}
      FROM bill b
      JOIN account a ON a.id = b.subject_id AND a.state IN ('active', 'closing')
      JOIN LATERAL (
        SELECT key, legal FROM stage WHERE b.payable_on + days <= ${today}::date ORDER BY days DESC LIMIT 1
      ) s ON true
      LEFT JOIN notice_choice c ON c.brand = b.brand AND c.subject_id = b.subject_id
      WHERE b.brand = ${brand} AND b.state IN ('issued', 'due', 'part_paid', 'overdue') AND b.payable_on < ${today}::date
        AND NOT EXISTS (SELECT 1 FROM arrears_notice n WHERE n.bill_id = b.id AND n.stage = s.key)
        AND NOT EXISTS (
          SELECT 1 FROM payment_share h JOIN payment p ON p.id = h.payment_id
          WHERE h.bill_id = b.id AND p.state IN ('pending', 'unknown'))
        AND NOT EXISTS (
          SELECT 1 FROM collection k WHERE k.bill_id = b.id AND k.state IN ('announced', 'charging', 'waiting'))
      ORDER BY b.id LIMIT ${AT_ONCE}
      ON CONFLICT DO NOTHING RETURNING subject_id, bill_id, stage, sent
    )
    SELECT t.subject_id AS subject, t.bill_id AS "billId", t.stage, t.sent, b.number, b.currency,
           b.payable_on::text AS "payableOn", a.locale, (
             SELECT coalesce(sum(amount_minor), 0)::bigint FROM ledger_entry
             WHERE bill_id = t.bill_id AND account = 'receivable') AS "openMinor"
    FROM taken t JOIN bill b ON b.id = t.bill_id JOIN account a ON a.id = t.subject_id
    ORDER BY t.bill_id`
}

async function send(tx: Tx, grant: Grant, manifest: Manifest, notice: Noticed): Promise<void> {
  const whom = { brand: manifest.key, subject: notice.subject }
  const common = {
    kind: `arrears.${notice.stage}`,
    path: `/${manifest.key}/me/bills/${notice.billId}`,
    quiet: quietOf(manifest),
  }
  const values = (locale: Locale) => ({
    number: notice.number,
    amount: formatMoney(notice.openMinor, notice.currency, locale),
    date: dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(notice.payableOn)),
  })
  const pay = await makePayLink(tx, grant, { ...whom, billId: notice.billId })
  await notifyPerson(tx, whom, { ...common, values, pay })
  const locale = isLocale(notice.locale) ? notice.locale : 'en'
  await queuePush(tx, whom, { ...common, locale, values: values(locale) })
}
