import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../start-sandbox.ts'
import { sessionFor, stripeClient } from '../trial/stripe-client.ts'
import { click, switchesOf } from '../trial/switches.ts'

const FIXTURES = '../shared/specs/stripe/fixtures3.json'

type Loose = Record<string, unknown>
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)
const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : typeof value)

/** Free-form by their nature, or left out by the fixture because it shows one case of many. */
const OPEN = new Set([
  'metadata',
  'payment_method_options',
  'data',
  'evidence',
  'enhanced_eligibility',
  'payment_method_details',
  'destination_details',
])
/** Newer than the fixture, or in it since it shows every key there is while Stripe leaves it out unless asked for. */
const ON_DEMAND = new Set(['allowed_payment_method_types', 'refunds', 'previous_attributes', 'failure_reason'])

function differences(ours: Loose, theirs: Loose, at: string): string[] {
  const found: string[] = []
  for (const [key, value] of Object.entries(ours)) {
    if (!(key in theirs)) {
      if (!ON_DEMAND.has(key)) found.push(`${at}.${key} is not Stripe's`)
      continue
    }
    const wanted = theirs[key]
    if (value === null || wanted === null) continue
    if (kindOf(value) !== kindOf(wanted)) found.push(`${at}.${key} is ${kindOf(value)}, Stripe's is ${kindOf(wanted)}`)
    else if (isLoose(value) && isLoose(wanted) && !OPEN.has(key))
      found.push(...differences(value, wanted, `${at}.${key}`))
  }
  for (const key of Object.keys(theirs)) {
    if (!(key in ours) && !ON_DEMAND.has(key)) found.push(`${at}.${key} is missing`)
  }
  return found
}

describe.skipIf(!existsSync(FIXTURES))('the shapes of Stripe objects (skipped without the fixtures)', () => {
  let sandbox: Sandbox
  let resources: Record<string, Loose> = {}
  const objects: Record<string, Loose> = {}

  beforeAll(async () => {
    sandbox = await startSandbox()
    resources = JSON.parse(readFileSync(FIXTURES, 'utf8')).resources
    const stripe = stripeClient(sandbox.stripeUrl)
    const customer = await stripe.customers.create({ email: 'ada@example.com' })
    const params = sessionFor(900, {
      customer: customer.id,
      payment_intent_data: { setup_future_usage: 'off_session' },
    })
    const open = await stripe.checkout.sessions.create(params)
    objects['checkout.session open'] = { ...open }
    await click(open.url ?? '', { method: 'card', choice: 'pay' })
    const paid = await stripe.checkout.sessions.retrieve(open.id)
    objects['checkout.session complete'] = { ...paid }
    const intent = await stripe.paymentIntents.retrieve(String(paid.payment_intent))
    const charge = await stripe.charges.retrieve(String(intent.latest_charge))
    const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 100 })
    const dispute = await switchesOf(sandbox.stripeUrl).post('disputes', { charge: charge.id })
    const methods = await stripe.paymentMethods.list({ customer: customer.id })
    const money = await stripe.balanceTransactions.retrieve(String(charge.balance_transaction))
    const events = await stripe.events.list({ limit: 1 })
    Object.assign(objects, { customer, payment_intent: intent, charge, refund, dispute: dispute.body })
    Object.assign(objects, { payment_method: methods.data[0], balance_transaction: money, event: events.data[0] })
  })

  afterAll(() => sandbox.stop())

  it.each([
    'customer',
    'checkout.session open',
    'checkout.session complete',
    'payment_intent',
    'charge',
    'refund',
    'dispute',
    'payment_method',
    'balance_transaction',
    'event',
  ])('%s has the keys and the types of values that Stripe has', (name) => {
    const ours: Loose = JSON.parse(JSON.stringify(objects[name]))
    const theirs = resources[name.split(' ')[0] ?? '']
    expect(theirs).toBeDefined()
    expect(differences(ours, theirs ?? {}, name)).toEqual([])
  })
})
