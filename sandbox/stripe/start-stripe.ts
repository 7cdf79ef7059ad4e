import { createAddress } from '../wire/address.ts'
import { createClock } from '../wire/clock.ts'
import { createControl } from '../wire/control.ts'
import { type Answer, type Exchange, htmlAnswer } from '../wire/exchange.ts'
import { createFaultBoard } from '../wire/faults.ts'
import { html, page } from '../wire/page.ts'
import { createRequestLog } from '../wire/request-log.ts'
import { findRoute } from '../wire/router.ts'
import { type Served, serve } from '../wire/serve.ts'
import { openStore } from '../wire/store.ts'
import { createWebhookSender, type WebhookSource } from '../wire/webhook-sender.ts'
import { createStripeApi } from './api.ts'
import { stripeControlRoutes } from './control-routes.ts'
import { formatAmount } from './currency.ts'
import { hostedPage } from './hosted-page.ts'
import { sweepSessions } from './settle-session.ts'
import { signWebhook } from './sign-webhook.ts'
import type { StripeEvent } from './small-objects.ts'
import { StripeError } from './stripe-error.ts'
import { createStripeState, type StripeState } from './stripe-state.ts'

export interface StripeOptions {
  host: string
  port: number
  secretKey: string
  webhookSecret: string
  webhookUrl: string | null
  stateFile: string | null
  webhookRetryMs: readonly number[]
  /** How long a promised wallet payment takes. */
  asyncDelayMs: number
}

const PAGES = [
  { method: 'GET', pattern: '/c/pay/:id', run: hostedPage },
  { method: 'POST', pattern: '/c/pay/:id', run: hostedPage },
  { method: 'GET', pattern: '/receipts/:id', run: receiptPage },
]

async function receiptPage(state: StripeState, _exchange: Exchange, id: string): Promise<Answer> {
  const charge = state.charges.get(id)
  if (!charge) return htmlAnswer(404, page('Not found', html`<section class="card"><h1>No such receipt</h1></section>`))
  const sum = formatAmount(charge.amount, charge.currency)
  return htmlAnswer(
    200,
    page(
      'Receipt',
      html`<section class="card"><h1>Receipt</h1><div class="sum">${sum}</div>
<p>${charge.description ?? 'Payment'}</p><p class="soft">${charge.id}</p></section>`,
    ),
  )
}

function wordFault(status: 429 | 500): Answer {
  if (status === 500) {
    return new StripeError(500, {
      type: 'api_error',
      message: 'Sorry! There was an error while talking to one of our backends.',
    }).toAnswer()
  }
  const message =
    'Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits.'
  return new StripeError(429, { type: 'rate_limit_error', code: 'rate_limit', message }).toAnswer()
}

export async function startStripe(options: StripeOptions): Promise<Served> {
  const store = openStore(options.stateFile)
  const clock = createClock()
  const faults = createFaultBoard()
  const log = createRequestLog()
  const events = store.table<StripeEvent>('events')
  const source: WebhookSource = {
    // Stripe sends its events indented: whoever parses and writes them again breaks the signature.
    render: (id) => {
      const event = events.get(id)
      return event ? { type: event.type, payload: JSON.stringify(event, null, 2) } : null
    },
    sign: (payload) => ({ 'stripe-signature': signWebhook(payload, options.webhookSecret, clock.seconds()) }),
  }
  const webhooks = createWebhookSender({
    url: options.webhookUrl,
    store,
    faults,
    source,
    retryMs: options.webhookRetryMs,
  })
  const address = createAddress()
  const { asyncDelayMs } = options
  const sendsWebhooks = options.webhookUrl !== null
  const state = createStripeState({ store, clock, webhooks, sendsWebhooks, asyncDelayMs, baseUrl: address.get })
  const api = createStripeApi(state, options.secretKey)
  const settle = () => {
    store.commit()
    webhooks.pump()
  }
  const sweep = () => sweepSessions(state)
  const served = await serve(
    {
      name: 'stripe',
      faults,
      log,
      settle,
      wordFault,
      control: createControl({ clock, faults, log, webhooks, sweep, extra: stripeControlRoutes(state) }),
      handle: async (exchange) => {
        const found = findRoute(PAGES, exchange.method, exchange.path)
        if (found) return found.run(state, exchange, found.params.id ?? '')
        sweep()
        return api(exchange)
      },
    },
    options.host,
    options.port,
  )
  address.set(served.url)
  const timer = setInterval(() => {
    sweep()
    settle()
  }, 500)
  timer.unref()
  settle()
  return {
    url: served.url,
    stop: async () => {
      clearInterval(timer)
      await served.stop()
      await webhooks.stop()
    },
  }
}
