import type { IncomingHttpHeaders } from 'node:http'
import type { Exchange } from './exchange.ts'
import { parseFormBody } from './form-body.ts'

export interface LoggedRequest {
  at: string
  method: string
  path: string
  query: Record<string, string>
  headers: IncomingHttpHeaders
  body: unknown
}

export interface RequestLog {
  record(exchange: Exchange): void
  list(): LoggedRequest[]
  clear(): void
}

const SECRET_HEADERS = new Set(['authorization', 'cookie', 'proxy-authorization'])
const KEPT = 5000

function withoutSecrets(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const entries = Object.entries(headers).filter(([name]) => !SECRET_HEADERS.has(name))
  return Object.fromEntries(entries)
}

function parseBody(exchange: Exchange): unknown {
  if (exchange.raw.length === 0) return null
  const text = exchange.raw.toString('utf8')
  const type = exchange.headers['content-type'] ?? ''
  if (type.includes('x-www-form-urlencoded')) return parseFormBody(text)
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Everything the portal told this provider, so that a test can ask whether it told too much. */
export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = []
  return {
    record(exchange) {
      entries.push({
        at: new Date().toISOString(),
        method: exchange.method,
        path: exchange.path,
        query: Object.fromEntries(exchange.query),
        headers: withoutSecrets(exchange.headers),
        body: parseBody(exchange),
      })
      if (entries.length > KEPT) entries = entries.slice(-KEPT)
    },
    list: () => entries,
    clear: () => {
      entries = []
    },
  }
}
