import type { FaultBoard } from './faults.ts'
import { newIdentifier } from './identifier.ts'
import type { Store } from './store.ts'

interface Delivery {
  id: string
  eventId: string
  attempts: number
  /** How many times at once: more than one is a provider that repeats itself. */
  copies: number
  /** Waits for the events behind it, which will overtake it. */
  held: boolean
  /** Wall-clock milliseconds: the provider's clock may be shifted, its timers are not. */
  nextAt: number
}

export interface Attempt {
  eventId: string
  type: string
  at: string
  status: number | null
}

export interface WebhookSource {
  /** The exact bytes to send for an event, made once and signed anew with each attempt. */
  render(eventId: string): { type: string; payload: string } | null
  sign(payload: string): Record<string, string>
}

export interface WebhookSender {
  /** Call inside the change that made the event; it leaves with the next pump, after the change is lasting. */
  enqueue(eventId: string, type: string): void
  pump(): void
  flush(): Promise<{ attempted: number; pending: number }>
  resend(eventId: string, times: number): Promise<Array<number | null>>
  attempts(): Attempt[]
  stop(): Promise<void>
}

interface Options {
  url: string | null
  store: Store
  faults: FaultBoard
  source: WebhookSource
  /** Milliseconds before each retry; the last one repeats. */
  retryMs: readonly number[]
}

const MAX_ATTEMPTS = 200
const TIMEOUT_MS = 15_000

async function post(url: string, payload: string, headers: Record<string, string>, stopped: AbortSignal) {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Sandbox/1.0', ...headers },
      body: payload,
      redirect: 'manual',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return null
  }
}

const accepted = (status: number | null) => status !== null && status >= 200 && status < 300

/** Sends events one after the other, and again until they are accepted, as the providers do. */
export function createWebhookSender({ url, store, faults, source, retryMs }: Options): WebhookSender {
  const deliveries = store.table<Delivery>('deliveries')
  const stopped = new AbortController()
  const log: Attempt[] = []
  let chain: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null
  const underway = new Set<string>()

  async function send(eventId: string): Promise<number | null> {
    const event = source.render(eventId)
    if (!event || !url) return null
    const status = await post(url, event.payload, source.sign(event.payload), stopped.signal)
    log.push({ eventId, type: event.type, at: new Date().toISOString(), status })
    if (log.length > 2000) log.shift()
    return status
  }

  async function attempt(delivery: Delivery): Promise<void> {
    if (stopped.signal.aborted) return
    const statuses = await Promise.all(Array.from({ length: delivery.copies }, () => send(delivery.eventId)))
    underway.delete(delivery.id)
    if (stopped.signal.aborted) return
    const attempts = delivery.attempts + 1
    if (statuses.every(accepted) || attempts >= MAX_ATTEMPTS) deliveries.delete(delivery.id)
    else {
      const wait = retryMs[Math.min(attempts - 1, retryMs.length - 1)] ?? 60_000
      deliveries.put(delivery.id, { ...delivery, attempts, nextAt: Date.now() + wait })
    }
    store.commit()
  }

  function pump(): void {
    if (!url || stopped.signal.aborted) return
    const waiting = deliveries.all().filter((delivery) => !delivery.held && !underway.has(delivery.id))
    for (const delivery of waiting.filter((one) => one.nextAt <= Date.now()).sort((a, b) => a.nextAt - b.nextAt)) {
      underway.add(delivery.id)
      chain = chain.then(() => attempt(delivery)).then(schedule)
    }
    schedule()
  }

  function schedule(): void {
    if (timer) clearTimeout(timer)
    timer = null
    const later = deliveries.all().filter((delivery) => !delivery.held && !underway.has(delivery.id))
    if (later.length === 0 || stopped.signal.aborted) return
    const wait = Math.max(10, Math.min(...later.map((delivery) => delivery.nextAt)) - Date.now())
    timer = setTimeout(pump, wait)
    timer.unref()
  }

  /** The last that came goes first. */
  function release(): void {
    const held = deliveries.all().filter((delivery) => delivery.held)
    const from = Date.now() - held.length
    for (const [place, delivery] of held.reverse().entries()) {
      deliveries.put(delivery.id, { ...delivery, held: false, nextAt: from + place })
    }
  }

  return {
    enqueue(eventId, type) {
      if (!url) return
      const fault = faults.takeWebhook(type)
      if (fault?.kind === 'drop_webhooks') return
      const copies = fault?.kind === 'duplicate_webhooks' ? 2 : 1
      const held = fault?.kind === 'reorder_webhooks'
      const id = newIdentifier('whd_')
      deliveries.put(id, { id, eventId, attempts: 0, copies, held, nextAt: Date.now() })
      if (held && fault.times === 0) release()
    },
    pump,
    async flush() {
      release()
      const before = log.length
      for (const delivery of deliveries.all()) {
        const waits = !underway.has(delivery.id) && delivery.nextAt > Date.now()
        if (waits) deliveries.put(delivery.id, { ...delivery, nextAt: Date.now() })
      }
      store.commit()
      pump()
      await chain
      return { attempted: log.length - before, pending: deliveries.all().length }
    },
    resend: (eventId, times) => Promise.all(Array.from({ length: times }, () => send(eventId))),
    attempts: () => log,
    async stop() {
      stopped.abort()
      if (timer) clearTimeout(timer)
      await chain
    },
  }
}
