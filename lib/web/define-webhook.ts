import { forgiveRate, type Grant, limitRate, type RateLimit, systemGrant } from '#lib/access/index.ts'
import { log } from '#lib/platform/log.ts'
import { networkOf } from '#lib/platform/network/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { ProviderNotice, WebhookVerdict } from '#lib/platform/webhooks/index.ts'
import { addressIn } from './client-address.ts'
import { readBytes } from './read-bytes.ts'

export interface WebhookDefinition {
  readonly provider: string
  /**
   * Where verifying asks the provider: how many false ones a network may send before it is no longer asked for them, or
   * under way at once. The provider's own repeat by themselves what was refused meanwhile.
   */
  readonly forgeries?: RateLimit
  verify(body: string, headers: Headers): Promise<WebhookVerdict>
  /** Stores the event and enqueues its job in one transaction; a repeated event changes nothing. */
  receive(grant: Grant<'payments:receive'>, notice: ProviderNotice): Promise<void>
}

const MOST_BYTES = 1_000_000

/** The door of a provider's webhook: raw body, verify, store and enqueue, and only then 200. */
export function defineWebhook(definition: WebhookDefinition) {
  return async function webhook(request: Request): Promise<Response> {
    const key = `webhook ${definition.provider} ${networkOf(addressIn(request.headers))}`
    try {
      if (definition.forgeries) await limitRate(key, definition.forgeries)
      const body = (await readBytes(request, MOST_BYTES)).toString('utf8')
      const verdict = await definition.verify(body, request.headers)
      if (definition.forgeries && verdict.kind !== 'never') await forgiveRate(key)
      if (verdict.kind !== 'accepted') {
        log.warn({ provider: definition.provider, reason: verdict.reason }, 'webhook refused')
        return new Response(verdict.reason, { status: verdict.kind === 'again' ? 503 : 400 })
      }
      await definition.receive(
        systemGrant(`webhook:${definition.provider}`, 'payments:receive', { brand: '' }),
        verdict.notice,
      )
      return new Response('received', { status: 200 })
    } catch (fault) {
      if (fault instanceof Refusal && fault.code === 'web.too_large') return new Response('too large', { status: 413 })
      if (fault instanceof Refusal && fault.code === 'web.rate_limited') return tooMany(fault)
      log.error({ provider: definition.provider, fault }, 'a webhook could not be stored')
      return new Response('not stored, try again', { status: 503 })
    }
  }
}

function tooMany({ details }: Refusal): Response {
  return new Response('too many', { status: 429, headers: { 'retry-after': String(Number(details.minutes) * 60) } })
}
