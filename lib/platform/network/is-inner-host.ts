import { BlockList, isIP } from 'node:net'

const INNER = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  INNER.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INNER.addSubnet(network, prefix, 'ipv6')

/** Names that never lead outside (RFC 6761, RFC 6762, RFC 8375, and what clouds call their own). */
const INNER_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|test|invalid)$/

/**
 * Whether the host of an address is one of our own network, so that a request there would reach what is closed to the
 * one who named it (ASVS 1.3.6). It looks at what is written; what a name leads to is for the network to refuse.
 */
export function isInnerHost(url: string): boolean {
  const host = new URL(url).hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
  const family = isIP(host)
  if (family === 0) return !host.includes('.') || INNER_NAME.test(host)
  // An IPv4 address in the clothes of IPv6 is checked as what it is: the list itself does so.
  return INNER.check(host, family === 4 ? 'ipv4' : 'ipv6')
}
