import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { database } from '#lib/platform/database/index.ts'
import { pick, type Random, upTo } from './random.ts'
import { count, type Stand } from './stand.ts'

const KINDS = ['cut_before', 'cut_after', 'cut_after', 'status_429', 'status_500', 'delay'] as const
const LOST = ['drop_webhooks', 'duplicate_webhooks', 'reorder_webhooks'] as const

/** The providers have bad days. */
export async function trouble(stand: Stand, next: Random, until: number): Promise<void> {
  const { world } = stand
  while (Date.now() < until) {
    const provider = next() < 0.5 ? world.stripe : world.paypal
    if (next() < 0.6) {
      const kind = pick(next, KINDS)
      const match = { path: pick(next, ['/v1/*', '/v2/*', '*'] as const) }
      await provider.fault({ kind, match, times: 1 + upTo(next, 3), delayMs: 30, retryAfter: next() < 0.3 ? 1 : null })
      count(stand, `fault: ${kind}`)
    } else {
      const kind = pick(next, LOST)
      await provider.fault({ kind, times: 1 + upTo(next, 4) })
      count(stand, `fault: ${kind}`)
    }
    if (next() < 0.15)
      await provider.post('refunds/next', { outcome: provider === world.stripe ? 'pending' : 'PENDING' })
    await pause(40 + upTo(next, 120))
    if (next() < 0.1) await provider.clearFaults()
  }
}

/** A process of its own does the jobs and is killed in the middle of them, over and over. */
export async function killWorkers(
  stand: Stand,
  next: Random,
  { until, killEvery }: { until: number; killEvery: number },
): Promise<void> {
  do {
    const worker = spawn(process.execPath, ['lib/testing/torture-worker.ts'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ready = await beginning(worker)
    await pause(Math.max(0, Math.min(200 + upTo(next, killEvery), until - Date.now())))
    worker.kill('SIGKILL')
    if (worker.exitCode === null && worker.signalCode === null)
      await new Promise((resolve) => worker.once('exit', resolve))
    if (ready) count(stand, 'worker killed')
  } while (Date.now() < until)
}

/** Whether the process came so far as to work. */
function beginning(worker: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    worker.stdout?.once('data', () => resolve(true))
    worker.once('exit', () => resolve(false))
  })
}

/** What banks and reviewers had not decided yet. */
export async function decideEverything({ world }: Stand): Promise<void> {
  await world.stripe.clearFaults()
  await world.paypal.clearFaults()
  const pending = await database('system').refund.findMany({ where: { state: 'pending', providerRef: { not: null } } })
  for (const [index, { provider, providerRef }] of pending.entries()) {
    const good = index % 3 > 0
    if (provider === 'stripe')
      await world.stripe.post(`refunds/${providerRef}/settle`, { outcome: good ? 'succeeded' : 'failed' })
    else await world.paypal.post(`refunds/${providerRef}/settle`, { outcome: good ? 'COMPLETED' : 'FAILED' })
  }
}
