import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma } from '#lib/platform/database/index.ts'
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
  const [payments, refunds] = [await claim(grant, 'payment', underWay()), await claim(grant, 'refund', unheard())]
  const taken = [...(await claim(grant, 'payment', undecided())), ...(await claim(grant, 'payment', reversible()))]
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

const TABLES = { payment: Prisma.sql`payment`, refund: Prisma.sql`refund` }

/** Notes that those are asked about now which meet a condition, the longest not asked first, so that nobody else does. */
async function claim(
  grant: Grant<'payments:reconcile'>,
  table: keyof typeof TABLES,
  due: Prisma.Sql,
): Promise<string[]> {
  const rows = await inScope(
    grant,
    (tx) => tx.$queryRaw<{ id: string }[]>`
      UPDATE ${TABLES[table]} SET asked_at = ${clock.now()} WHERE id IN (
        SELECT id FROM ${TABLES[table]} WHERE ${due}
        ORDER BY asked_at NULLS FIRST LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
      ) RETURNING id`,
  )
  return rows.map(({ id }) => id)
}

const underWay = () => Prisma.sql`
  state IN ('created', 'pending', 'unknown') AND ${mayBeAsked()} AND ${unheardOf()}`

/** Refunds that were to be sent, or were sent without an answer. */
const unheard = () => Prisma.sql`state IN ('approved', 'unknown') AND ${unheardOf()}`

/** Payments with a refund or a dispute that is not decided: however many others there are, they are asked about. */
const undecided = () => Prisma.sql`
  state = 'succeeded' AND provider_ref IS NOT NULL AND ${mayBeAsked()} AND asked_at < ${clock.inMinutes(-10)}
  AND id IN (SELECT payment_id FROM refund WHERE state = 'pending'
             UNION ALL SELECT payment_id FROM dispute WHERE state = 'open')`

/** All that a bank can still take back, less often. */
const reversible = () => Prisma.sql`
  state = 'succeeded' AND provider_ref IS NOT NULL AND ${mayBeAsked()} AND asked_at < ${clock.inDays(-1)}
  AND settled_at > ${clock.inDays(-REVERSIBLE_DAYS)} AND asked_at < ${afterTenthOf(Prisma.sql`settled_at`)}`

/** For two minutes somebody may still be about to hear of it by themselves. */
const unheardOf = () => Prisma.sql`
  created_at < ${clock.inMinutes(-2)} AND (asked_at IS NULL
    OR asked_at < least(${clock.now()}::timestamptz - interval '50 seconds', ${afterTenthOf(Prisma.sql`created_at`)}))`

const mayBeAsked = () => Prisma.sql`(ask_after IS NULL OR ask_after <= ${clock.now()})`

/** A tenth of its age ago. */
const afterTenthOf = (since: Prisma.Sql) => Prisma.sql`
  ${clock.now()}::timestamptz - (${clock.now()}::timestamptz - ${since}) / 10`
