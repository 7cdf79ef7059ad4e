import { headers } from 'next/headers'

/**
 * The address that the current request came from. The web process writes this header from the socket and drops what a client sent
 * under the same name (scripts/web.ts), so it can be trusted for limits.
 */
export async function clientAddress(): Promise<string> {
  return addressIn(await headers())
}

/** The same, of a request at hand. */
export function addressIn(sent: Pick<Headers, 'get'>): string {
  return sent.get('x-openbook-address') ?? 'unknown'
}

/** The browser and system of a request, shortened to what a person recognises. */
export async function clientName(): Promise<string> {
  const agent = (await headers()).get('user-agent') ?? ''
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\/\d+/.exec(agent)?.[0]?.replace('/', ' ') ?? 'Browser'
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux|CrOS)/.exec(agent)?.[0] ?? ''
  return [browser.replace('Edg', 'Edge').replace('OPR', 'Opera'), system].filter(Boolean).join(' · ')
}
