import { z } from 'zod'
import { environment } from '#lib/platform/environment.ts'
import type { WebhookVerdict } from '#lib/platform/webhooks/index.ts'
import { askPayPal } from './providers/paypal-client.ts'
import { payPalFault } from './providers/paypal-fault.ts'
import { answer } from './providers/provider.ts'

const Text = z.string().optional().catch(undefined)

/** What tells which payment an event is about. Any part may be missing or of another form: then it is about none of ours. */
const Resource = z.object({
  id: Text,
  disputed_transactions: z.array(z.object({ seller_transaction_id: Text })).catch([]),
  supplementary_data: z
    .object({ related_ids: z.object({ order_id: Text }) })
    .optional()
    .catch(undefined),
  links: z.array(z.object({ rel: Text, href: Text })).catch([]),
})

const Event = z.object({
  id: z.string().min(1),
  event_type: z.string().min(1),
  resource: Resource.catch({ disputed_transactions: [], links: [] }),
})

const HEADERS = {
  auth_algo: 'paypal-auth-algo',
  cert_url: 'paypal-cert-url',
  transmission_id: 'paypal-transmission-id',
  transmission_sig: 'paypal-transmission-sig',
  transmission_time: 'paypal-transmission-time',
} as const

/** Asks PayPal whether a webhook is its own, giving it the body's exact bytes. */
export async function verifyPayPalWebhook(body: string, headers: Headers): Promise<WebhookVerdict> {
  const fields = Object.entries(HEADERS).map(([field, header]) => [field, headers.get(header)] as const)
  if (fields.some(([, value]) => !value)) return { kind: 'never', reason: 'signature missing' }
  const event = parse(body)
  if (!event) return { kind: 'never', reason: 'body not understood' }
  const question = { ...Object.fromEntries(fields), webhook_id: environment().PAYPAL_WEBHOOK_ID }
  const asked = await answer(
    () =>
      askPayPal({
        path: '/v1/notifications/verify-webhook-signature',
        verb: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: `${JSON.stringify(question).slice(0, -1)},"webhook_event":${body}}`,
      }),
    payPalFault,
  )
  if (!asked.ok) return { kind: badQuestion(asked.fault) ? 'never' : 'again', reason: 'could not be verified' }
  const verdict = z.object({ verification_status: z.string() }).safeParse(asked.value)
  if (verdict.data?.verification_status !== 'SUCCESS') return { kind: 'never', reason: 'signature wrong' }
  return { kind: 'accepted', notice: { provider: 'paypal', ...event } }
}

// Our own credentials being refused is no fault of the webhook's.
function badQuestion({ kind, code }: { kind: string; code: string }): boolean {
  return kind === 'rejected' && code !== 'authentication_failure' && code !== 'not_authorized'
}

function parse(body: string) {
  try {
    const { id, event_type: type, resource } = Event.parse(JSON.parse(body))
    return { eventId: id, type, objectRef: orderOf(resource) }
  } catch {
    return null
  }
}

/** An order by its own id, a capture by its order's, a refund and a dispute by their capture's. */
function orderOf(resource: z.output<typeof Resource>): string {
  const order = resource.supplementary_data?.related_ids.order_id
  const up = resource.links.find(({ rel, href }) => rel === 'up' && href?.includes('/captures/'))?.href
  const disputed = resource.disputed_transactions[0]?.seller_transaction_id
  return disputed ?? order ?? up?.split('/').at(-1) ?? resource.id ?? ''
}
