import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { log } from '#lib/platform/log.ts'
import { sendRefund } from './refunds/send-refund.ts'
import { settlePayment } from './settle-payment.ts'
import { settleReversals } from './settle-reversals.ts'

const AT_ONCE = 200
const SIDE_BY_SIDE = 4
/** Days in which a bank can still take a payment back. */
const REVERSIBLE_DAYS = 180

/** How many payments were asked about, and how many came to their end. */
export interface Reconciliation {
  readonly asked: number
  readonly settled: number
}

/**
 * Asks the providers about payments that have been under way for more than two minutes, for the case that no webhook
 * came and nobody returned; about refunds of which nothing was heard; and now and then about payments that they took,
 * whether anything went back. Each is asked about the more seldom the older it is: after a tenth of its age.
 */
export async function reconcilePayments(grant: Grant<'payments:reconcile'>): Promise<Reconciliation> {
  const own = systemGrant('payments.reconcile', 'payments:settle', { brand: '' })
  const [payments, refunds] = [await claimPayments(grant), await claimRefunds(grant)]
  const taken = [...(await claimUndecided(grant)), ...(await claimTaken(grant))]
  let settled = 0
  const work = [
    ...payments.map((id) => async () => {
      const { state } = await settlePayment(own, id)
      if (state === 'succeeded' || state === 'failed' || state === 'abandoned') settled += 1
    }),
    ...refunds.map((id) => () => sendRefund(own, id)),
    ...taken.map((id) => async () => void (await settleReversals(own, id))),
  ]
  await runSideBySide(work)
  return { asked: work.length, settled }
}

async function runSideBySide(work: readonly (() => Promise<void>)[]): Promise<void> {
  const next = work.values()
  const take = async () => {
    for (const run of next)
      await run().catch((fault: unknown) => log.error({ fault }, 'a payment could not be reconciled'))
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, take))
}

async function claimPayments(grant: Grant<'payments:reconcile'>): Promise<string[]> {
  const now = clock.now()
  const rows = await inScope(
    grant,
    (tx) => tx.$queryRaw<{ id: string }[]>`
      UPDATE payment SET asked_at = ${now} WHERE id IN (
        SELECT id FROM payment
        WHERE state IN ('created', 'pending', 'unknown') AND created_at < ${clock.inMinutes(-2)}
          AND (ask_after IS NULL OR ask_after <= ${now})
          AND (asked_at IS NULL OR asked_at < ${now}::timestamptz - greatest(interval '50 seconds', (${now}::timestamptz - created_at) / 10))
        ORDER BY asked_at NULLS FIRST LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
      ) RETURNING id`,
  )
  return rows.map(({ id }) => id)
}

/** Refunds that were to be sent, or were sent without an answer. */
async function claimRefunds(grant: Grant<'payments:reconcile'>): Promise<string[]> {
  const now = clock.now()
  const rows = await inScope(
    grant,
    (tx) => tx.$queryRaw<{ id: string }[]>`
      UPDATE refund SET asked_at = ${now} WHERE id IN (
        SELECT id FROM refund
        WHERE state IN ('approved', 'unknown') AND created_at < ${clock.inMinutes(-2)}
          AND (asked_at IS NULL OR asked_at < ${now}::timestamptz - greatest(interval '50 seconds', (${now}::timestamptz - created_at) / 10))
        ORDER BY asked_at NULLS FIRST LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
      ) RETURNING id`,
  )
  return rows.map(({ id }) => id)
}

/** Payments with a refund or a dispute that is not decided: however many others there are, they are asked about. */
async function claimUndecided(grant: Grant<'payments:reconcile'>): Promise<string[]> {
  const now = clock.now()
  const rows = await inScope(
    grant,
    (tx) => tx.$queryRaw<{ id: string }[]>`
      UPDATE payment SET asked_at = ${now} WHERE id IN (
        SELECT id FROM payment
        WHERE state = 'succeeded' AND provider_ref IS NOT NULL AND (ask_after IS NULL OR ask_after <= ${now})
          AND asked_at < ${clock.inMinutes(-10)}
          AND id IN (SELECT payment_id FROM refund WHERE state = 'pending'
                     UNION ALL SELECT payment_id FROM dispute WHERE state = 'open')
        ORDER BY asked_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
      ) RETURNING id`,
  )
  return rows.map(({ id }) => id)
}

/** All that a bank can still take back, less often. */
async function claimTaken(grant: Grant<'payments:reconcile'>): Promise<string[]> {
  const now = clock.now()
  const rows = await inScope(
    grant,
    (tx) => tx.$queryRaw<{ id: string }[]>`
      UPDATE payment SET asked_at = ${now} WHERE id IN (
        SELECT id FROM payment
        WHERE state = 'succeeded' AND provider_ref IS NOT NULL AND (ask_after IS NULL OR ask_after <= ${now})
          AND settled_at > ${clock.inDays(-REVERSIBLE_DAYS)} AND asked_at < ${clock.inDays(-1)}
          AND asked_at < ${now}::timestamptz - (${now}::timestamptz - settled_at) / 10
        ORDER BY asked_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
      ) RETURNING id`,
  )
  return rows.map(({ id }) => id)
}
