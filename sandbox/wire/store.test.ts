import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startSandbox } from '../start-sandbox.ts'
import { receiveWebhooks } from '../trial/receive-webhooks.ts'
import { sessionFor, stripeClient } from '../trial/stripe-client.ts'
import { click, switchesOf } from '../trial/switches.ts'
import { openStore } from './store.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('keeps a commit whole, and forgets a line that was cut short', () => {
  const file = join(folder, 'a.jsonl')
  const first = openStore(file)
  const table = first.table<{ n: number }>('t')
  table.put('a', { n: 1 })
  table.put('b', { n: 2 })
  first.commit()
  table.delete('b')
  first.commit()
  table.put('c', { n: 3 })
  appendFileSync(file, '[["t","d",{"n":4}')
  const second = openStore(file).table<{ n: number }>('t')
  expect(second.all()).toEqual([{ n: 1 }])
  expect(openStore(file).table('t').all()).toEqual([{ n: 1 }])
})

it('knows the truth again after a restart: sessions, keys and webhooks that wait', async () => {
  const hooks = await receiveWebhooks()
  hooks.answerWith(...Array<number>(50).fill(500))
  const first = await startSandbox({ stateDir: folder, stripeWebhookUrl: hooks.url, webhookRetryMs: [60_000] })
  const session = await stripeClient(first.stripeUrl).checkout.sessions.create(sessionFor(900), { idempotencyKey: 'k' })
  await click(session.url ?? '', { method: 'card', choice: 'pay' })
  await switchesOf(first.stripeUrl).flush()
  await first.stop()
  const before = hooks.received.length

  const second = await startSandbox({ stateDir: folder, stripeWebhookUrl: hooks.url, webhookRetryMs: [60_000] })
  const stripe = stripeClient(second.stripeUrl)
  expect((await stripe.checkout.sessions.create(sessionFor(900), { idempotencyKey: 'k' })).id).toBe(session.id)
  expect((await stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid')
  await switchesOf(second.stripeUrl).flush()
  expect(hooks.types().slice(before)).toEqual(hooks.types().slice(0, 4))
  await second.stop()
  await hooks.stop()
})
