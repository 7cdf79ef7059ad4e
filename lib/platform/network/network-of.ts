import { isIPv6 } from 'node:net'
import { bareAddress } from './bare-address.ts'

const GROUPS = 8
/** What one line is given at the least (RFC 6177): whoever has it has 2^64 addresses to choose from. */
const GROUPS_OF_A_LINE = 4

/** Under what attempts from an address are counted: IPv4 by itself, IPv6 with all that the same line may call itself. */
export function networkOf(written: string): string {
  const address = bareAddress(written)
  if (!isIPv6(address)) return address
  const [whole = ''] = address.toLowerCase().split('%')
  const [head, tail] = whole.split('::', 2).map((part) => part.split(':').filter(Boolean))
  const known = [...(head ?? []), ...(tail ?? [])].length + (whole.includes('.') ? 1 : 0)
  const groups = [...(head ?? []), ...Array<string>(tail ? GROUPS - known : 0).fill('0'), ...(tail ?? [])]
  const line = groups.slice(0, GROUPS_OF_A_LINE).map((group) => Number.parseInt(group, 16).toString(16))
  return `${line.join(':')}::/64`
}
