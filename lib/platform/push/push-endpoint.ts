import { environment } from '../environment.ts'

/**
 * Whether an address is that of a push service we send to. A browser names the address, so that without this list it
 * could name any inside our own network. A list entry may begin with `*.`.
 */
export function isPushEndpoint(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false
  const { origin } = new URL(endpoint)
  return environment()
    .PUSH_SERVICES.split(',')
    .some((allowed) => {
      const [scheme = '', suffix] = allowed.split('*.')
      return suffix === undefined ? origin === allowed : origin.startsWith(scheme) && origin.endsWith(`.${suffix}`)
    })
}
