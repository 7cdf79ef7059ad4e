import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { queueMail } from '#lib/notifications/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { removeFile } from '#lib/platform/storage/index.ts'
import { addEntry } from './add-entry.ts'
import { requestMoved } from './events.ts'
import { DECIDABLE_STATES } from './lifecycle.ts'
import { stepRequest } from './move-request.ts'

type Watch = Grant<'requests:watch'>

/** Days before a clock runs out at which the brand is reminded. */
export const REMIND_DAYS = 5
/** Days that somebody has to show who they are. */
export const IDENTITY_DAYS = 30
/** Days for which evidence stays after its request is over: long enough to complain about the decision. */
export const EVIDENCE_DAYS = 30
/** Days for which the request of somebody without an account is kept after it is over, to answer for it. */
export const PUBLIC_DAYS = 365

/**
 * Looks at every clock: reminds the brand of what is due soon, tells both sides of what has run out, and closes what
 * nobody showed their identity for. Evidence goes when its time is over. Each is done once for a request; running it
 * again is safe.
 */
export async function watchClocks(_grant: Watch): Promise<void> {
  for (const brand of BRAND_KEYS) {
    const own = systemGrant('job:requests.watch', 'requests:watch', { brand })
    await inScope(own, (tx) => remind(tx, own))
    await inScope(own, (tx) => noteRunOut(tx, own))
    for (const { id } of await inScope(own, (tx) => findLapsed(tx, brand)))
      await stepRequest(own, id, () => ({ move: 'lapse', kind: 'closed', tell: true }))
    await removeOldEvidence(own)
    await inScope(own, (tx) => removeOldPublic(tx, brand))
  }
}

/** Nobody closes an account for those who have none: their requests go by themselves. */
async function removeOldPublic(tx: Tx, brand: string): Promise<void> {
  const old = { brand, subjectId: null, closedAt: { lt: clock.inDays(-PUBLIC_DAYS) } }
  const ids = (await tx.rightsRequest.findMany({ where: old, select: { id: true } })).map(({ id }) => id)
  await tx.requestEntry.deleteMany({ where: { requestId: { in: ids } } })
  await tx.rightsRequest.deleteMany({ where: { id: { in: ids } } })
}

/** The file first: if this is broken off, the row still tells what to remove. */
async function removeOldEvidence(grant: Watch): Promise<void> {
  const old = await inScope(
    grant,
    (tx) => tx.$queryRaw<{ id: string; storageKey: string }[]>`
      SELECT e.id, e.storage_key AS "storageKey" FROM request_evidence e JOIN rights_request r ON r.id = e.request_id
      WHERE e.brand = ${grant.brand} AND r.closed_at < ${clock.inDays(-EVIDENCE_DAYS)}`,
  )
  for (const { storageKey } of old) await removeFile(storageKey)
  await inScope(grant, (tx) => tx.requestEvidence.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } }))
}

async function remind(tx: Tx, { brand }: Watch): Promise<void> {
  const { count } = await tx.rightsRequest.updateMany({
    where: {
      ...running(brand),
      remindedAt: null,
      dueAt: { gt: clock.now(), lte: clock.inDays(REMIND_DAYS) },
    },
    data: { remindedAt: clock.now() },
  })
  if (count > 0) await writeToBrand(tx, brand, 'requests.due_soon', count)
}

async function noteRunOut(tx: Tx, grant: Watch): Promise<void> {
  const { brand } = grant
  const late = await tx.rightsRequest.updateManyAndReturn({
    where: { ...running(brand), overdueAt: null, dueAt: { lte: clock.now() } },
    data: { overdueAt: clock.now() },
    select: { id: true, brand: true, subjectId: true, agentId: true },
  })
  for (const request of late) {
    await addEntry(tx, grant, request, { kind: 'overdue', tell: true })
    await audit.record(tx, grant, requestMoved(request.id, request.subjectId, 'overdue'))
  }
  if (late.length > 0) await writeToBrand(tx, brand, 'requests.run_out', late.length)
}

function running(brand: string) {
  return { brand, state: { in: [...DECIDABLE_STATES] }, pausedAt: null }
}

function findLapsed(tx: Tx, brand: string) {
  return tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM rights_request r WHERE r.brand = ${brand} AND r.state = 'identity_asked' AND NOT EXISTS (
      SELECT 1 FROM request_entry e WHERE e.request_id = r.id AND e.kind IN ('identity_asked', 'message')
        AND e.at > ${clock.inDays(-IDENTITY_DAYS)})`
}

/** To the address that the brand's policy names: how many, and where to find them; nothing about who asked. */
async function writeToBrand(tx: Tx, brand: string, kind: string, count: number): Promise<void> {
  const { controller, defaultLocale } = getManifest(brand)
  const values = { count, days: REMIND_DAYS }
  const mail = { kind, to: controller.email, locale: defaultLocale, values, path: `/staff/requests?brand=${brand}` }
  await queueMail(tx, { brand, subject: null }, mail)
}
