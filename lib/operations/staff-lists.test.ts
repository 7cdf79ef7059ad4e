import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { issueGrant, type Permission, type StaffActor, type StaffRole } from '#lib/access/index.ts'
import { approveOperation, listApprovals, requestApproval } from '#lib/approvals/index.ts'
import { listBillingRuns } from '#lib/billing-runs/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { listBulkExports, orderBulkExportOperation } from '#lib/bulk-exports/index.ts'
import { listIncidents } from '#lib/incidents/index.ts'
import { INCIDENT_TEXTS } from '#lib/incidents/schema.ts'
import { listTakenPayments } from '#lib/payments/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { LOCALES } from '#lib/platform/i18n/index.ts'
import { listStatistics } from '#lib/statistics/index.ts'
import { createBilledPerson } from '#lib/testing/billed-person.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson, createTestStaff } from '#lib/testing/people.ts'
import { REASON } from '#lib/testing/request-world.ts'
import { OPERATIONS } from './index.ts'

/* What staff read goes on by key: however many rows there are, and however many of the same moment, each comes once. */

const BRAND = 'energybilling'
const staff = {} as Record<StaffRole, StaffActor>
const as = <P extends Permission>(role: StaffRole, permission: P) =>
  issueGrant(staff[role], permission, { brand: BRAND })

beforeAll(async () => {
  await useOwnDatabase()
  for (const role of ['support', 'security_manager', 'data_operator', 'auditor'] as const)
    staff[role] = await createTestStaff(role)
})

interface RowKey {
  readonly at: Date
  readonly id: string
}
type Page = { readonly limit: number; readonly before?: RowKey }

/** The ids of all pages of two rows. */
async function readThrough(list: (page: Page) => Promise<readonly RowKey[]>): Promise<string[]> {
  const found: string[] = []
  let before: RowKey | undefined
  do {
    const rows = await list({ limit: 2, ...(before ? { before } : {}) })
    found.push(...rows.map(({ id }) => id))
    before = rows.length < 2 ? undefined : rows.at(-1)
  } while (before)
  return found
}

/** Days, of which several are the same. */
const DAYS = [1, 2, 2, 2, 3].map((day) => new Date(Date.UTC(2026, 8, day)))

it('incidents, the latest known first', async () => {
  const texts = Object.fromEntries(
    INCIDENT_TEXTS.map((text) => [text, Object.fromEntries(LOCALES.map((locale) => [locale, text]))]),
  )
  for (const knownAt of DAYS)
    await database('system').incident.create({
      data: { brand: BRAND, losses: [], texts, knownAt, recordedBy: randomUUID() },
    })
  const found = await readThrough(async (page) =>
    (await listIncidents(as('auditor', 'incidents:view'), page)).map((one) => ({ ...one, at: one.knownAt })),
  )
  const rows = await database('system').incident.findMany({ where: { brand: BRAND } })
  expect(found).toEqual(rows.toSorted((a, b) => +b.knownAt - +a.knownAt || (a.id < b.id ? 1 : -1)).map(({ id }) => id))
  expect(found).toHaveLength(DAYS.length)
})

it('approvals that wait, and those that are over; exports of everybody that came of them', async () => {
  const categories = getManifest(BRAND).categories.slice(0, 5)
  clock.hold(clock.now())
  const asked: string[] = []
  for (const { key } of categories)
    asked.push(
      await requestApproval(as('data_operator', 'approvals:request'), orderBulkExportOperation, {
        input: { category: key, purpose: 'audit' },
        reason: REASON,
      }),
    )
  const waiting = () =>
    readThrough(async (page) =>
      (await listApprovals(as('auditor', 'approvals:view'), OPERATIONS, { part: 'waiting', ...page })).map((one) => ({
        id: one.id,
        at: one.expiresAt,
      })),
    )
  expect(await waiting()).toEqual(asked.toSorted())
  for (const approval of asked)
    await approveOperation(as('security_manager', 'approvals:decide'), OPERATIONS, { approval })
  clock.hold(null)
  expect(await waiting()).toEqual([])
  const over = (page: Page) => listApprovals(as('auditor', 'approvals:view'), OPERATIONS, { part: 'over', ...page })
  expect(await readThrough(over)).toEqual(asked.toSorted().toReversed())
  const made = await database('system').bulkExport.findMany({ where: { brand: BRAND }, select: { id: true } })
  expect(made).toHaveLength(categories.length)
  const listed = await readThrough((page) => listBulkExports(as('auditor', 'bulk-exports:view'), page))
  expect(listed).toEqual(
    made
      .map(({ id }) => id)
      .toSorted()
      .toReversed(),
  )
})

it('payments of a bill, the last one first', async () => {
  const { bill, person } = await createBilledPerson()
  const grant = issueGrant(staff.support, 'payments:review', { brand: person.brand })
  const of = { brand: person.brand, subjectId: person.id, billId: bill.id, amountMinor: 1n }
  const taken = { capturedMinor: 1n, currency: bill.currency, state: 'succeeded', provider: 'stripe', method: 'card' }
  for (const settledAt of DAYS) {
    const made = await database('system').payment.create({ data: { ...of, ...taken, settledAt }, select: { id: true } })
    await database('system').paymentShare.create({
      data: { ...of, paymentId: made.id, position: 0 },
      select: { billId: true },
    })
  }
  const found = await readThrough((page) => listTakenPayments(grant, bill.number, page))
  const rows = await database('system').payment.findMany({ where: { billId: bill.id } })
  expect(found).toEqual(
    rows.toSorted((a, b) => +(b.settledAt ?? 0) - +(a.settledAt ?? 0) || (a.id < b.id ? 1 : -1)).map(({ id }) => id),
  )
  expect(found).toHaveLength(DAYS.length)
})

it('periods that are held back, the last one first', async () => {
  const expected: { id: string; at: Date }[] = []
  for (const periodStart of DAYS) {
    const { id } = await createTestPerson(BRAND)
    expected.push({ id, at: periodStart })
    const period = { periodStart, periodEnd: new Date(Date.UTC(2026, 9, 1)) }
    await database('system').periodOutcome.create({
      data: { brand: BRAND, subjectId: id, ...period, outcome: 'held', reason: 'no_readings' },
    })
  }
  const found = await readThrough(
    async (held) =>
      (await listBillingRuns(as('support', 'billing-runs:review'), { held, corrections: { limit: 1 } })).held,
  )
  expect(found).toEqual(expected.toSorted((a, b) => +b.at - +a.at || (a.id < b.id ? 1 : -1)).map(({ id }) => id))
})

it('bills to correct, the first that was found first', async () => {
  const expected: { id: string; at: Date }[] = []
  for (const foundAt of DAYS) {
    const { bill, person } = await createBilledPerson()
    expected.push({ id: bill.id, at: foundAt })
    const of = { brand: person.brand, subjectId: person.id, billId: bill.id }
    await database('system').billCorrection.create({
      data: { ...of, state: 'proposed', totalMinor: 1n, currency: bill.currency, foundAt },
    })
  }
  const grant = as('support', 'billing-runs:review')
  const found = await readThrough(
    async (corrections) => (await listBillingRuns(grant, { held: { limit: 1 }, corrections })).corrections,
  )
  expect(found).toEqual(expected.toSorted((a, b) => +a.at - +b.at || (a.id < b.id ? -1 : 1)).map(({ id }) => id))
})

it('figures of many people, by whole months', async () => {
  const months = [3, 4, 6, 7, 8].map((month) => new Date(Date.UTC(2026, month, 1)))
  await database('system').statistic.createMany({
    data: months.flatMap((month) =>
      ['charging_sessions', 'charging_wh'].map((measure) => ({
        brand: BRAND,
        month,
        measure,
        people: 10,
        amount: 10n,
      })),
    ),
  })
  const pages: number[][] = []
  for (let before: Date | null | undefined; before !== null; ) {
    const page = await listStatistics(as('auditor', 'statistics:view'), { months: 2, ...(before ? { before } : {}) })
    pages.push(page.rows.map(({ month }) => month.getUTCMonth()))
    before = page.older
  }
  expect(pages).toEqual([
    [8, 8, 7, 7],
    [6, 6, 4, 4],
    [3, 3],
  ])
})
