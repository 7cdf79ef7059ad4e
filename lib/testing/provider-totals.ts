import { inScope, systemGrant } from '#lib/access/index.ts'
import { type BookFault, checkBooks } from '#lib/ledger/index.ts'
import { reconcilePayments } from '#lib/payments/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { convergePaymentJob } from '#worker/jobs/converge-payment.ts'
import { followAutopayJob } from '#worker/jobs/follow-autopay.ts'
import { sendRefundJob } from '#worker/jobs/send-refund.ts'
import { drainJobs } from './drain-jobs.ts'
import type { PaymentWorld } from './payment-world.ts'

/**
 * Lets everything that waits come to its end: webhooks arrive, jobs run, the reconciler asks, on a day and in some days
 * after it. For a test with a database of its own, since it takes up everybody's work. Who comes again comes on a later
 * day: what was asked about then is not asked about before.
 */
export async function settleEverything(world: PaymentWorld, day = 0): Promise<void> {
  clock.shift(0)
  for (const provider of [world.stripe, world.paypal]) await provider.clearFaults()
  for (const days of [day, day + 2, day + 5]) {
    // A signature is of the moment, whatever day it is here.
    clock.shift(0)
    for (const provider of [world.stripe, world.paypal]) await provider.flush()
    clock.shift(days * 86_400_000)
    await runJobs()
    await reconcileAll()
    await runJobs()
  }
  clock.shift(0)
}

/** As often as the worker would over the day: each run asks about a limited number. */
async function reconcileAll(): Promise<void> {
  const grant = systemGrant('payments.reconcile', 'payments:reconcile', { brand: '' })
  while ((await reconcilePayments(grant)).asked > 0);
}

/** Runs what the worker would of payments, refunds and charges of kept cards among them. */
export async function runJobs(): Promise<number> {
  const refunds = await drainJobs(sendRefundJob)
  const events = await drainJobs(convergePaymentJob)
  const charges = await drainJobs(followAutopayJob)
  return refunds.failed + events.failed + charges.failed
}

interface Totals {
  readonly captured: number
  readonly refunded: number
  readonly disputed: number
}

/** What the books say that a provider moved, by currency: a fold of entries. */
async function totalsOf(provider: string): Promise<Record<string, Totals>> {
  const rows = await database('system').$queryRaw<({ currency: string } & Record<keyof Totals, bigint>)[]>`
    SELECT e.currency,
      coalesce(sum(amount_minor) FILTER (WHERE t.kind = 'payment'), 0)::bigint AS captured,
      coalesce(-sum(amount_minor) FILTER (WHERE t.kind IN ('refund', 'refund_returned')), 0)::bigint AS refunded,
      coalesce(-sum(amount_minor) FILTER (WHERE t.kind IN ('dispute_opened', 'dispute_won')), 0)::bigint AS disputed
    FROM ledger_entry e JOIN ledger_transaction t ON t.id = e.transaction_id
    WHERE e.account = ${`cash:${provider}`} GROUP BY e.currency`
  return Object.fromEntries(
    rows.map(({ currency, captured, refunded, disputed }) => [
      currency,
      { captured: Number(captured), refunded: Number(refunded), disputed: Number(disputed) },
    ]),
  )
}

/** PayPal counts these in whole units, whatever ISO 4217 says of them. */
function inMinor(provider: string, currency: string, totals: Totals): Totals {
  const by = provider === 'paypal' && ['HUF', 'TWD'].includes(currency) ? 100 : 1
  return { captured: totals.captured * by, refunded: totals.refunded * by, disputed: totals.disputed * by }
}

/** What is wrong after everything was settled: in the books by themselves, and against what each provider says. */
export async function faultsOfBooks(
  world: PaymentWorld,
): Promise<{ books: BookFault[]; differences: unknown[]; open: unknown[] }> {
  const grant = systemGrant('test', 'payments:settle', { brand: '' })
  const books = await inScope(grant, (tx) => checkBooks(tx))
  const differences: unknown[] = []
  for (const key of ['stripe', 'paypal'] as const) {
    const [theirs, ours] = [await world[key].books(), await totalsOf(key)]
    for (const currency of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
      const nothing = { captured: 0, refunded: 0, disputed: 0 }
      const [there, here] = [inMinor(key, currency, theirs[currency] ?? nothing), ours[currency] ?? nothing]
      if (there.captured !== here.captured || there.refunded !== here.refunded || there.disputed !== here.disputed)
        differences.push({ provider: key, currency, there, here })
    }
  }
  const open = await database('system').$queryRaw<unknown[]>`
    SELECT 'refund beyond what was captured' AS rule, p.id FROM payment p
      JOIN refund r ON r.payment_id = p.id AND r.state <> 'failed'
      GROUP BY p.id HAVING sum(r.amount_minor) > coalesce(p.captured_minor, 0)
    UNION ALL
    SELECT 'a payment has its posting', p.id FROM payment p WHERE p.state = 'succeeded' AND NOT EXISTS (
      SELECT 1 FROM ledger_transaction t WHERE t.kind = 'payment' AND t.reference = p.provider || ':' || p.capture_id)
    UNION ALL
    SELECT 'an outcome stays unknown', p.id FROM payment p WHERE p.state = 'unknown'
    UNION ALL
    SELECT 'a charge is never concluded', c.bill_id FROM collection c
      JOIN payment p ON p.bill_id = c.bill_id AND p.way = 'saved' AND p.attempt = c.attempts
      WHERE c.state = 'charging' AND p.state IN ('succeeded', 'failed', 'abandoned')
    UNION ALL
    SELECT 'a refund stays unsent', r.id FROM refund r WHERE r.state IN ('approved', 'unknown')`
  return { books, differences, open }
}
