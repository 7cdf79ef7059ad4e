import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareAddress, isInnerHost, networkOf } from './index.ts'

describe('the network of an address', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['unknown', 'unknown'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001::6', '2001:db8:1:0::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::2:3:4:5:6:7', '0:0:2:3::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['203.0.113.9:50123', '203.0.113.9'],
    ['[2001:db8:1:2::6]:443', '2001:db8:1:2::/64'],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network))

  it('is the same for whatever a line calls itself, and another for another line', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16))
    const half = fc.tuple(group, group, group, group).map((groups) => groups.join(':'))
    fc.assert(
      fc.property(half, half, half, half, (line, other, one, two) => {
        expect(networkOf(`${line}:${one}`)).toBe(networkOf(`${line}:${two}`))
        expect(networkOf(`${line}:${one}`) === networkOf(`${other}:${one}`)).toBe(line === other)
      }),
    )
  })
})

describe('an address as it was written', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    [' 203.0.113.9:50123', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::FFFF:cb00:7109', '203.0.113.9'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['unknown', 'unknown'],
    ['[not an address]:1', '[not an address]:1'],
  ])('%s is %s', (written, bare) => expect(bareAddress(written)).toBe(bare))
})

describe('a host', () => {
  it.each([
    'https://localhost',
    'https://portal.localhost/x',
    'https://127.0.0.1',
    'https://2130706433',
    'https://0x7f.1',
    'https://10.1.2.3:8443',
    'https://169.254.169.254',
    'https://192.168.0.1',
    'https://172.31.255.255',
    'https://100.64.0.1',
    'https://[::1]',
    'https://[::ffff:10.0.0.1]',
    'https://[fd00::1]',
    'https://[fe80::1]',
    'https://metadata.google.internal',
    'https://database',
    'https://printer.local.',
  ])('is inside: %s', (url) => expect(isInnerHost(url)).toBe(true))

  it.each([
    'https://agent.example',
    'https://203.0.113.9',
    'https://172.32.0.1',
    'https://[2001:db8::1]',
    'https://localhost.example',
    'https://internal.example.com',
  ])('is outside: %s', (url) => expect(isInnerHost(url)).toBe(false))
})
