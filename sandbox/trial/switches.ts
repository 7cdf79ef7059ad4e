import type { ProviderBooks } from '../wire/provider-books.ts'
import type { LoggedRequest } from '../wire/request-log.ts'

async function order(url: string, method: string, body?: unknown) {
  const response = await fetch(url, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}

/** The control switches of one stand-in, for tests. */
export function switchesOf(baseUrl: string) {
  const at = (path: string) => `${baseUrl}/_sandbox/${path}`
  return {
    fault: (rule: object) => order(at('faults'), 'POST', rule),
    clearFaults: () => order(at('faults'), 'DELETE'),
    flush: () => order(at('webhooks/flush'), 'POST', {}),
    resend: (eventId: string, times: number) => order(at('webhooks/resend'), 'POST', { eventId, times }),
    advance: (advanceSeconds: number) => order(at('clock'), 'POST', { advanceSeconds }),
    requests: async (): Promise<LoggedRequest[]> => (await order(at('requests'), 'GET')).body,
    forgetRequests: () => order(at('requests'), 'DELETE'),
    books: async (): Promise<Record<string, ProviderBooks>> => (await order(at('books'), 'GET')).body,
    post: (path: string, body: unknown) => order(at(path), 'POST', body),
  }
}

/** Clicks a button of a plain form. */
export function click(url: string, form: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
}
