import { environment } from '#lib/platform/environment.ts'
import { Refusal } from '#lib/platform/refusal.ts'

/**
 * Refuses a request that changes something unless it names an Origin of this portal. Next lets actions without an
 * Origin run and compares with a header that a client can set; this list is fixed at start.
 */
export function checkOrigin(origin: string | null): void {
  if (!origin || !allowedOrigins().has(origin)) throw new Refusal('web.origin')
}

export function allowedOrigins(): Set<string> {
  const { PUBLIC_URL, OPENBOOK_MODE } = environment()
  const own = new URL(PUBLIC_URL)
  const loopback = ['localhost', '127.0.0.1'].map((host) => `${own.protocol}//${host}:${own.port}`)
  return new Set([own.origin, ...(OPENBOOK_MODE === 'demo' ? loopback : [])])
}
