import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { log } from '#lib/platform/log.ts'
import { settlePayment } from './settle-payment.ts'

const AT_ONCE = 200
const SIDE_BY_SIDE = 4

/** How many payments were asked about, and how many came to their end. */
export interface Reconciliation {
  readonly asked: number
  readonly settled: number
}

/**
 * Asks the providers about payments that have been under way for more than two minutes, for the case that no webhook
 * came and nobody returned. A payment is asked about the more seldom the older it is: each time after a tenth of its age.
 */
export async function reconcilePayments(grant: Grant<'payments:reconcile'>): Promise<Reconciliation> {
  const due = await claimDue(grant)
  let settled = 0
  const next = due.values()
  async function work() {
    for (const id of next) {
      try {
        const { state } = await settlePayment(systemGrant('payments.reconcile', 'payments:settle', { brand: '' }), id)
        if (state === 'succeeded' || state === 'failed' || state === 'abandoned') settled += 1
      } catch (fault) {
        log.error({ payment: id, fault }, 'a payment could not be reconciled')
      }
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work))
  return { asked: due.length, settled }
}

async function claimDue(grant: Grant<'payments:reconcile'>): Promise<string[]> {
  const now = clock.now()
  const rows = await inScope(
    grant,
    (tx) => tx.$queryRaw<{ id: string }[]>`
      UPDATE payment SET asked_at = ${now} WHERE id IN (
        SELECT id FROM payment
        WHERE state IN ('created', 'pending', 'unknown') AND created_at < ${clock.inMinutes(-2)}
          AND (asked_at IS NULL OR asked_at < ${now}::timestamptz - greatest(interval '50 seconds', (${now}::timestamptz - created_at) / 10))
        ORDER BY asked_at NULLS FIRST LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
      ) RETURNING id`,
  )
  return rows.map(({ id }) => id)
}
