import { isIP } from 'node:net'

/** IPv4 in the clothes of IPv6 (RFC 4291, 2.5.5.2), as a socket for both writes it, and as it may be written too. */
const MAPPED = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i

/**
 * An address as it is counted and shown, from what a socket or a proxy writes: without port and brackets, and IPv4 as
 * itself. What is no address stays as it is.
 */
export function bareAddress(written: string): string {
  const trimmed = written.trim()
  const bare = /^\[(.+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1] ?? trimmed
  if (isIP(bare) === 0) return trimmed
  const [, dotted, high, low] = MAPPED.exec(bare) ?? []
  if (dotted) return dotted
  if (!(high && low)) return bare
  return [high, low].flatMap((group) => octetsOf(Number.parseInt(group, 16))).join('.')
}

function octetsOf(group: number): [number, number] {
  return [group >> 8, group & 0xff]
}
