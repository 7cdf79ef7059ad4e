import { createServer } from 'node:http'
import { type Sandbox, startSandbox } from '#sandbox/start-sandbox.ts'
import { click, switchesOf } from '#sandbox/trial/switches.ts'

type Receive = (request: Request) => Promise<Response>

/** The stand-ins of both providers, sending their webhooks to the routes of the portal. */
export interface PaymentWorld {
  readonly sandbox: Sandbox
  readonly stripe: ReturnType<typeof switchesOf>
  readonly paypal: ReturnType<typeof switchesOf>
  /** What the person clicks on the provider's page, and where it sends them. */
  choose(checkoutUrl: string, choice: string, method?: string): Promise<string | null>
  /** The address of a webhook route, to send it things by hand. */
  webhookUrl(provider: 'stripe' | 'paypal'): string
  stop(): Promise<void>
}

/** Starts them; to be called before anything reads the environment. */
export async function startPaymentWorld(routes: () => Promise<Record<string, Receive>>): Promise<PaymentWorld> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const receive = (await routes())[request.url ?? '']
    const headers = new Headers(
      Object.entries(request.headers).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as [string, string]] : [],
      ),
    )
    const answer = await receive?.(
      new Request(`http://portal${request.url}`, { method: 'POST', headers, body: Buffer.concat(chunks) }),
    )
    response.writeHead(answer?.status ?? 404).end(await answer?.text())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const {
    STRIPE_SECRET_KEY = '',
    STRIPE_WEBHOOK_SECRET = '',
    PAYPAL_CLIENT_ID = '',
    PAYPAL_CLIENT_SECRET = '',
  } = process.env
  const sandbox = await startSandbox({
    stripeSecretKey: STRIPE_SECRET_KEY,
    stripeWebhookSecret: STRIPE_WEBHOOK_SECRET.split(',')[0] ?? '',
    stripeWebhookUrl: `${base}/stripe`,
    paypalClientId: PAYPAL_CLIENT_ID,
    paypalClientSecret: PAYPAL_CLIENT_SECRET,
    paypalWebhookId: process.env.PAYPAL_WEBHOOK_ID ?? '',
    paypalWebhookUrl: `${base}/paypal`,
    webhookRetryMs: [200],
    asyncDelayMs: 3_600_000,
  })
  Object.assign(process.env, { STRIPE_API_URL: sandbox.stripeUrl, PAYPAL_API_URL: sandbox.paypalUrl })
  return {
    sandbox,
    stripe: switchesOf(sandbox.stripeUrl),
    paypal: switchesOf(sandbox.paypalUrl),
    async choose(checkoutUrl, choice, method = 'card') {
      return (await click(checkoutUrl, { choice, method })).headers.get('location')
    },
    webhookUrl: (provider) => `${base}/${provider}`,
    async stop() {
      await sandbox.stop()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}
