import { randomUUID } from 'node:crypto'
import pg from 'pg'
import Stripe from 'stripe'
import { startPayment } from '#lib/payments/index.ts'
import { createTestBill } from '#lib/testing/billed-person.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { applyLocalEnvironment } from '../scripts/local-environment.ts'
import { median } from './load.ts'
import { DATA, ownerUrl, type Portal } from './portal.ts'
import type { Figure } from './report.ts'

const ROUNDS = 6
const EACH = 40

/**
 * Opening a checkout with the provider's stand-in, and taking a signed event in at the door, one after the other, each
 * against as many bare rows of the same table, each row in a transaction of its own.
 */
export async function measurePayments(portal: Portal): Promise<Figure[]> {
  process.env.OPENBOOK_DATA = DATA
  applyLocalEnvironment()
  const client = new pg.Client({ connectionString: ownerUrl(portal) })
  await client.connect()
  await client.query(`
    DROP TABLE IF EXISTS bench_payment, bench_event;
    CREATE TABLE bench_payment (LIKE payment INCLUDING ALL);
    CREATE TABLE bench_event (LIKE provider_event INCLUDING ALL)`)
  const checkout = await compare(await checkouts(), () =>
    client.query(
      `INSERT INTO bench_payment (id, brand, bill_id, provider, method, amount_minor, currency, provider_ref, created_at)
       VALUES (gen_random_uuid(), 'we-e-charge', gen_random_uuid(), 'stripe', 'card', 10000, 'EUR', gen_random_uuid()::text, now())`,
    ),
  )
  const webhook = await compare(events(portal), () =>
    client.query(
      `INSERT INTO bench_event (id, provider, event_id, type, object_ref)
       VALUES (gen_random_uuid(), 'stripe', gen_random_uuid()::text, 'checkout.session.completed', 'cs_bench')`,
    ),
  )
  await client.query('DROP TABLE bench_payment, bench_event')
  await client.end()
  return [
    { name: 'opening a checkout', ...checkout },
    { name: 'taking a webhook', ...webhook },
  ]
}

async function compare(run: () => Promise<unknown>, bare: () => Promise<unknown>): Promise<Omit<Figure, 'name'>> {
  const ratios: number[] = []
  const rates: number[] = []
  for (let round = 0; round < ROUNDS + 1; round += 1) {
    const rate = await rateOf(run)
    const floor = await rateOf(bare)
    // The first round warms both up.
    if (round > 0) {
      ratios.push(rate / floor)
      rates.push(rate)
    }
  }
  return {
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    floor: 'a bare insert of such a row',
    target: 'no target named',
    met: true,
    note: `${median(rates).toFixed(0)} a second`,
  }
}

async function rateOf(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  for (let at = 0; at < EACH; at += 1) await run()
  return EACH / ((performance.now() - began) / 1000)
}

/** Somebody with bills enough, who opens a checkout for one of them after the other. */
async function checkouts(): Promise<() => Promise<unknown>> {
  const person = await createTestPerson('we-e-charge')
  const grant = person.grant('payments:pay')
  const bills: string[] = []
  for (let at = 0; at < EACH * (ROUNDS + 1); at += 1) bills.push((await createTestBill(person)).id)
  return async () => {
    const billId = bills.pop()
    if (!billId) throw new Error('there are no bills left')
    const { redirectTo } = await startPayment(grant, { billId, method: 'card', locale: 'en', others: [] })
    if (!redirectTo.startsWith('http')) throw new Error('no checkout was opened')
  }
}

function events({ url, environment }: Portal): () => Promise<unknown> {
  const { STRIPE_SECRET_KEY = '', STRIPE_WEBHOOK_SECRET: secret = '' } = environment
  const { webhooks } = new Stripe(STRIPE_SECRET_KEY)
  return async () => {
    const object = { id: `cs_bench_${randomUUID()}`, object: 'checkout.session' }
    const payload = JSON.stringify({
      id: `evt_${randomUUID()}`,
      object: 'event',
      type: 'checkout.session.completed',
      data: { object },
    })
    const { status } = await fetch(`${url}/api/webhooks/stripe`, {
      method: 'POST',
      body: payload,
      headers: { 'stripe-signature': webhooks.generateTestHeaderString({ payload, secret }) },
    })
    if (status !== 200) throw new Error(`the door answered ${status}`)
  }
}
