import { createAddress } from '../wire/address.ts'
import { createClock } from '../wire/clock.ts'
import { createControl } from '../wire/control.ts'
import { createFaultBoard } from '../wire/faults.ts'
import { createRequestLog } from '../wire/request-log.ts'
import { type Served, serve } from '../wire/serve.ts'
import { openStore } from '../wire/store.ts'
import { createWebhookSender, type WebhookSource } from '../wire/webhook-sender.ts'
import { createTokens } from './access-token.ts'
import { createPayPalApi } from './api.ts'
import { approvalPage } from './approval-page.ts'
import { payPalControlRoutes } from './control-routes.ts'
import { PayPalError } from './paypal-error.ts'
import { createPayPalState, type PayPalEvent } from './paypal-state.ts'
import { createWebhookSignature } from './webhook-signature.ts'

export interface PayPalOptions {
  host: string
  port: number
  clientId: string
  clientSecret: string
  webhookId: string
  webhookUrl: string | null
  stateFile: string | null
  webhookRetryMs: readonly number[]
}

export async function startPayPal(options: PayPalOptions): Promise<Served> {
  const { clientId, clientSecret, webhookId } = options
  const store = openStore(options.stateFile)
  const clock = createClock()
  const faults = createFaultBoard()
  const log = createRequestLog()
  const address = createAddress()
  const signature = createWebhookSignature({ webhookId, clientSecret, clock, baseUrl: address.get })
  const events = store.table<PayPalEvent>('events')
  const source: WebhookSource = {
    render: (id) => {
      const event = events.get(id)
      return event ? { type: event.event_type, payload: JSON.stringify(event) } : null
    },
    sign: signature.sign,
  }
  const webhooks = createWebhookSender({
    url: options.webhookUrl,
    store,
    faults,
    source,
    retryMs: options.webhookRetryMs,
  })
  const state = createPayPalState({ store, clock, webhooks, baseUrl: address.get })
  const api = createPayPalApi({ state, tokens: createTokens(clientId, clientSecret, clock), signature })
  const settle = () => {
    store.commit()
    webhooks.pump()
  }
  const served = await serve(
    {
      name: 'paypal',
      faults,
      log,
      settle,
      wordFault: (status) => new PayPalError(status).toAnswer(),
      control: createControl({ clock, faults, log, webhooks, sweep: () => {}, extra: payPalControlRoutes(state) }),
      handle: (exchange) => (exchange.path === '/checkoutnow' ? approvalPage(state, exchange) : api(exchange)),
    },
    options.host,
    options.port,
  )
  address.set(served.url)
  settle()
  return {
    url: served.url,
    stop: async () => {
      await served.stop()
      await webhooks.stop()
    },
  }
}
