import { describe, expect, it, vi } from 'vitest'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { createTestPerson, createTestStaff } from '#lib/testing/people.ts'
import { GET as changePassword } from './change-password/route.ts'
import { GET as security } from './security.txt/route.ts'
import { securityText } from './security.txt/security-text.ts'

const browser = vi.hoisted(() => ({
  session: null as { actor: unknown } | null,
  ended: null as { id: string; brand: string | null } | null,
}))
vi.mock('#lib/web/current-session.ts', () => ({
  currentSession: async () => browser.session,
  endedSession: async () => browser.ended,
}))

describe('whom to tell of a security fault (RFC 9116)', () => {
  it('is plain text with each field as often as it may be', async () => {
    const answer = security()
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    const fields = lines.map((line) => /^([A-Z][A-Za-z-]+): (\S.*)$/.exec(line)?.[1])
    expect(fields).toEqual([...BRAND_KEYS.map(() => 'Contact'), 'Expires', 'Preferred-Languages', 'Canonical'])
    expect(lines).toContain(`Contact: mailto:${getManifest('we-lock').controller.email}`)
    expect(lines).toContain(`Canonical: ${process.env.PUBLIC_URL}/.well-known/security.txt`)
  })

  it.each([
    ['2026-11-22T09:30:00Z', '2027-02-01T00:00:00Z'],
    ['2026-11-30T23:59:59Z', '2027-02-01T00:00:00Z'],
    ['2026-12-01T00:00:00Z', '2027-03-01T00:00:00Z'],
    ['2027-01-31T00:00:00Z', '2027-04-01T00:00:00Z'],
  ])('asked on %s, holds until %s: always for two months, never for a year', (now, until) => {
    expect(/^Expires: (.*)$/m.exec(securityText(new Date(now)))?.[1]).toBe(until)
  })
})

describe('the address for changing a password', () => {
  const leadsTo = async () => {
    const answer = await changePassword()
    expect([302, 303, 307]).toContain(answer.status)
    return answer.headers.get('location')
  }

  it('leads to the form of the brand at which somebody is signed in', async () => {
    browser.session = { actor: (await createTestPerson('we-lock')).actor }
    expect(await leadsTo()).toBe('/we-lock/me/profile/password')
  })

  it('leads to how one signs in, where the brand knows no passwords', async () => {
    browser.session = { actor: (await createTestPerson('energybilling')).actor }
    expect(await leadsTo()).toBe('/energybilling/me/profile')
  })

  it('leads to the brand of a session that is over, by way of its sign-in', async () => {
    Object.assign(browser, { session: null, ended: { id: 'x', brand: 'we-app' } })
    expect(await leadsTo()).toBe('/we-app/me/profile/password')
  })

  it('asks for the brand where nothing tells it', async () => {
    Object.assign(browser, { session: null, ended: null })
    expect(await leadsTo()).toBe('/?to=password')
    browser.session = { actor: (await createTestStaff('support')).actor }
    expect(await leadsTo()).toBe('/?to=password')
  })
})
