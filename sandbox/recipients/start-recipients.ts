import { createClock } from '../wire/clock.ts'
import { ControlError, createControl } from '../wire/control.ts'
import { type Answer, type Exchange, htmlAnswer, jsonAnswer } from '../wire/exchange.ts'
import { createFaultBoard } from '../wire/faults.ts'
import { html, page } from '../wire/page.ts'
import { createRequestLog } from '../wire/request-log.ts'
import { findRoute } from '../wire/router.ts'
import { serve } from '../wire/serve.ts'
import { openStore, type Table } from '../wire/store.ts'
import { distrust } from './verify-signature.ts'

export interface RecipientsOptions {
  host: string
  port: number
  secret: string
  stateFile: string | null
}

/** A message that was believed; the same id is kept once. */
interface Told {
  id: string
  at: string
  brand: string
  recipient: string
  times: number
  message: unknown
}

const KEPT = 1000

function parse(exchange: Exchange): unknown {
  try {
    return JSON.parse(exchange.raw.toString('utf8'))
  } catch {
    return null
  }
}

function listPage(told: Told[]): string {
  const rows = told.map(
    (one) => html`<li><strong>${one.brand} / ${one.recipient}</strong>
<div class="soft">${one.at.slice(0, 19).replace('T', ' ')} UTC, came ${one.times} times</div>
<pre>${JSON.stringify(one.message, null, 2)}</pre></li>`,
  )
  const list = rows.length > 0 ? html`<ul class="list">${rows}</ul>` : html`<p>Nobody was told anything yet.</p>`
  return page('Recipients', html`<h1>What recipients were told</h1><section class="card">${list}</section>`, true)
}

/**
 * Every recipient of every brand at once: `POST /:brand/:recipient` takes a signed message, verifies it and keeps it.
 * The switch `accept_only {times}` makes it answer 202 so many times, as one that takes now and acts later.
 */
export async function startRecipients(options: RecipientsOptions) {
  const store = openStore(options.stateFile)
  const clock = createClock()
  const faults = createFaultBoard()
  const log = createRequestLog()
  const told: Table<Told> = store.table<Told>('told')
  let acceptOnly = 0

  function receive(exchange: Exchange, brand: string, recipient: string): Answer {
    const reason = distrust(exchange, options.secret, new Date(clock.now()))
    if (reason) return jsonAnswer(401, { error: reason })
    const message = parse(exchange)
    if (message === null || typeof message !== 'object') return jsonAnswer(400, { error: 'Send a JSON object.' })
    if (acceptOnly > 0) {
      acceptOnly -= 1
      return jsonAnswer(202, { status: 'accepted' })
    }
    const id = `${brand}/${recipient}/${String(exchange.headers['webhook-id'])}`
    const before = told.get(id)
    const at = before?.at ?? clock.iso()
    told.put(id, { id, at, brand, recipient, times: (before?.times ?? 0) + 1, message })
    for (const old of told.all().slice(0, -KEPT)) told.delete(old.id)
    return jsonAnswer(200, { status: before ? 'known' : 'received' })
  }

  const newest = (recipient: string | null) =>
    told
      .all()
      .reverse()
      .filter((one) => !recipient || `${one.brand}/${one.recipient}` === recipient)

  const served = await serve(
    {
      name: 'recipients',
      faults,
      log,
      settle: store.commit,
      wordFault: (status) => jsonAnswer(status, { error: status === 429 ? 'Too many.' : 'Broken.' }),
      control: createControl({
        clock,
        faults,
        log,
        webhooks: null,
        sweep: () => {},
        extra: [
          {
            method: 'POST',
            pattern: '/_sandbox/accept_only',
            run: ({ times }) => {
              if (typeof times !== 'number' || times < 0) throw new ControlError('Send times.')
              acceptOnly = times
              return { acceptOnly }
            },
          },
        ],
      }),
      handle: async (exchange) => {
        await exchange.pause()
        const recipient = exchange.query.get('recipient')
        if (exchange.method === 'GET' && exchange.path === '/') return htmlAnswer(200, listPage(newest(recipient)))
        if (exchange.method === 'GET' && exchange.path === '/api/told')
          return jsonAnswer(200, { told: newest(recipient) })
        const route = findRoute(
          [{ method: 'POST', pattern: '/:brand/:recipient', run: receive }],
          exchange.method,
          exchange.path,
        )
        if (!route) return jsonAnswer(404, { error: 'There is no such recipient.' })
        return route.run(exchange, route.params.brand ?? '', route.params.recipient ?? '')
      },
    },
    options.host,
    options.port,
  )
  return { url: served.url, stop: served.stop }
}
