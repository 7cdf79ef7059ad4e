import { describe, expect, it } from 'vitest'
import { plainAddress } from './plain-address.ts'

describe('the address of a request', () => {
  it.each([
    '/we-app/policy/2.0',
    '/we-app/me/data/access_log?search=%E9%94%81&from=2026-01-01',
    '/we-app/request/%E2%82%AC',
    '/?next=%2Fwe-app',
    '/',
  ])('is left alone: %s', (url) => expect(plainAddress(url)).toBe(url))

  it('leads to a page that is not there where its escapes say nothing', () => {
    expect(plainAddress('/we-app/policy/%E0%A4%A?lang=%zz')).toBe('/we-app/policy/%25E0%25A4%25A?lang=%zz')
    expect(plainAddress('/%')).toBe('/%25')
  })
})
