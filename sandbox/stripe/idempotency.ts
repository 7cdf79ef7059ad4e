import { createHash } from 'node:crypto'
import type { Answer, Exchange } from '../wire/exchange.ts'
import { StripeError } from './stripe-error.ts'
import type { StoredAnswer, StripeState } from './stripe-state.ts'

const KEPT_MS = 24 * 3600 * 1000
const MAX_KEY = 255

function sortedPairs(raw: string): string {
  return [...new URLSearchParams(raw)]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n')
}

function fingerprintOf(exchange: Exchange): string {
  return createHash('sha256')
    .update(sortedPairs(exchange.raw.toString('utf8')))
    .digest('hex')
}

function refuseOther(stored: StoredAnswer, exchange: Exchange, fingerprint: string): void {
  const other = `Try using a key other than '${stored.key}' if you meant to execute a different request.`
  if (stored.path !== exchange.path) {
    const where = `for the same endpoint they were first used for ('${stored.path}' vs '${exchange.path}')`
    const message = `Keys for idempotent requests can only be used ${where}. ${other}`
    throw new StripeError(400, { type: 'idempotency_error', message })
  }
  if (stored.fingerprint !== fingerprint) {
    const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. ${other}`
    throw new StripeError(400, { type: 'idempotency_error', message })
  }
}

function replay(stored: StoredAnswer): Answer {
  const headers = { 'idempotent-replayed': 'true', 'original-request': stored.requestId }
  return { status: stored.status, headers: { 'content-type': 'application/json', ...headers }, body: stored.body }
}

/**
 * Stripe's rules for `Idempotency-Key`: the first answer of a request that began to run, good or bad, is given again for
 * a day to the same request; another request under the key is refused; a second one while the first runs gets 409; what
 * failed validation is not remembered.
 */
export function createIdempotency(state: StripeState) {
  const running = new Set<string>()

  function find(key: string): StoredAnswer | undefined {
    const stored = state.answers.get(key)
    if (!stored || state.clock.now() - stored.at <= KEPT_MS) return stored
    state.answers.delete(key)
    return undefined
  }

  return async (exchange: Exchange, requestId: string, run: () => Answer): Promise<Answer> => {
    const key = exchange.method === 'POST' ? exchange.headers['idempotency-key'] : undefined
    if (typeof key !== 'string' || key === '') {
      await exchange.pause()
      return run()
    }
    if (key.length > MAX_KEY) {
      const message = `Idempotency keys can be at most ${MAX_KEY} characters.`
      throw new StripeError(400, { type: 'invalid_request_error', message })
    }
    const fingerprint = fingerprintOf(exchange)
    if (running.has(key)) {
      const message = `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`
      throw new StripeError(409, { type: 'invalid_request_error', code: 'idempotency_key_in_use', message })
    }
    const stored = find(key)
    if (stored) {
      refuseOther(stored, exchange, fingerprint)
      return replay(stored)
    }
    const keep = (answer: Answer) => {
      const { status, body } = answer
      state.answers.put(key, { key, path: exchange.path, fingerprint, status, body, requestId, at: state.clock.now() })
      return answer
    }
    running.add(key)
    try {
      await exchange.pause()
      return keep(run())
    } catch (error) {
      if (error instanceof StripeError && error.executed) return keep(error.toAnswer())
      throw error
    } finally {
      running.delete(key)
    }
  }
}
