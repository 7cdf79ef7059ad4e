import { environment } from '#lib/platform/environment.ts'

/** Where a recipient is told, and what signs it. */
export interface Endpoint {
  readonly url: string
  readonly secrets: readonly string[]
}

/** The address agreed with a recipient, or the one for all (`*`); null where there is none. */
export function endpointOf(brand: string, recipient: string): Endpoint | null {
  const endpoints = environment().RECIPIENT_ENDPOINTS
  const found = endpoints[`${brand}/${recipient}`] ?? endpoints['*']
  if (!found) return null
  return { url: found.url.replace('{brand}', brand).replace('{recipient}', recipient), secrets: found.secrets }
}
