import type { Clock } from './clock.ts'
import { type Answer, type Exchange, jsonAnswer } from './exchange.ts'
import { type FaultBoard, parseFaultRule } from './faults.ts'
import type { RequestLog } from './request-log.ts'
import { findRoute, type Route } from './router.ts'
import type { WebhookSender } from './webhook-sender.ts'

export type ControlBody = Record<string, unknown>
export type ControlHandler = (body: ControlBody, params: Record<string, string>) => unknown

export interface ControlParts {
  clock: Clock
  faults: FaultBoard
  log: RequestLog
  webhooks: WebhookSender | null
  /** Called when the clock was moved: what expires, expires now. */
  sweep(): void
  extra: Route<ControlHandler>[]
}

/** Thrown by a control handler for an order that makes no sense. */
export class ControlError extends Error {}

function faultRoutes({ faults }: ControlParts): Route<ControlHandler>[] {
  const pattern = '/_sandbox/faults'
  return [
    { method: 'GET', pattern, run: () => faults.list() },
    {
      method: 'POST',
      pattern,
      run: (body) => {
        const rule = parseFaultRule(body)
        if (typeof rule === 'string') throw new ControlError(rule)
        faults.add(rule)
        return faults.list()
      },
    },
    {
      method: 'DELETE',
      pattern,
      run: () => {
        faults.clear()
        return []
      },
    },
  ]
}

function webhookRoutes({ webhooks }: ControlParts): Route<ControlHandler>[] {
  if (!webhooks) return []
  return [
    { method: 'GET', pattern: '/_sandbox/webhooks', run: () => webhooks.attempts() },
    { method: 'POST', pattern: '/_sandbox/webhooks/flush', run: () => webhooks.flush() },
    {
      method: 'POST',
      pattern: '/_sandbox/webhooks/resend',
      run: async ({ eventId, times = 1 }) => {
        if (typeof eventId !== 'string' || typeof times !== 'number') throw new ControlError('Send eventId and times.')
        return { statuses: await webhooks.resend(eventId, Math.min(Math.max(times, 1), 100)) }
      },
    },
  ]
}

function otherRoutes({ log, clock, sweep, extra }: ControlParts): Route<ControlHandler>[] {
  return [
    { method: 'GET', pattern: '/_sandbox/requests', run: () => log.list() },
    {
      method: 'DELETE',
      pattern: '/_sandbox/requests',
      run: () => {
        log.clear()
        return []
      },
    },
    { method: 'GET', pattern: '/_sandbox/clock', run: () => ({ now: clock.iso() }) },
    {
      method: 'POST',
      pattern: '/_sandbox/clock',
      run: ({ advanceSeconds }) => {
        if (typeof advanceSeconds !== 'number') throw new ControlError('Send advanceSeconds.')
        clock.advance(advanceSeconds)
        sweep()
        return { now: clock.iso() }
      },
    },
    ...extra,
  ]
}

function parseOrder(exchange: Exchange): ControlBody {
  if (exchange.raw.length === 0) return {}
  const value: unknown = JSON.parse(exchange.raw.toString('utf8'))
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** The switches under `/_sandbox`. JSON only, so that no form on some web page can reach them. */
export function createControl(parts: ControlParts): (exchange: Exchange) => Promise<Answer> {
  const routes = [...faultRoutes(parts), ...webhookRoutes(parts), ...otherRoutes(parts)]
  return async (exchange) => {
    const isJson = exchange.headers['content-type']?.startsWith('application/json') ?? false
    if (exchange.method === 'POST' && !isJson) return jsonAnswer(415, { error: 'Send application/json.' })
    const route = findRoute(routes, exchange.method, exchange.path)
    if (!route) return jsonAnswer(404, { error: 'No such switch.' })
    try {
      return jsonAnswer(200, await route.run(parseOrder(exchange), route.params))
    } catch (error) {
      if (error instanceof ControlError || error instanceof SyntaxError) {
        return jsonAnswer(400, { error: error.message })
      }
      throw error
    }
  }
}
