import { describe, expect, it, vi } from 'vitest'

vi.mock('#lib/platform/environment.ts', () => ({
  environment: () => ({ PUBLIC_URL: 'https://portal.example', OPENBOOK_MODE: 'live' }),
}))
const { POST } = await import('./route.ts')

function send(form: Record<string, string>, origin: string | null = 'https://portal.example', referer?: string) {
  const headers = new Headers({ ...(origin ? { origin } : {}), ...(referer ? { referer } : {}) })
  return POST(
    new Request('https://portal.example/api/locale', { method: 'POST', headers, body: new URLSearchParams(form) }),
  )
}

describe('the choice of a language', () => {
  it('is kept in a cookie, and leads back to the page', async () => {
    const answer = await send({ locale: 'fr', returnTo: '/we-app/me/data?newer=1' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/we-app/me/data?newer=1')
    const cookie = answer.headers.get('set-cookie')
    expect(cookie).toMatch(/^openbook\.locale=fr; /)
    expect(cookie).toMatch(/; HttpOnly; Secure$/)
  })

  it('leads back to where the browser is, also when it moved on from the page that was loaded', async () => {
    const from = (referer: string) => send({ locale: 'fr', returnTo: '/we-app/me' }, 'https://portal.example', referer)
    expect((await from('https://portal.example/we-app/me/bills?use=gas')).headers.get('location')).toBe(
      '/we-app/me/bills?use=gas',
    )
    for (const other of ['https://evil.example/we-app/me/bills', 'https://portal.example//evil.example', 'nonsense'])
      expect((await from(other)).headers.get('location'), other).toMatch(/^\/(we-app\/me)?$/)
  })

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '', 'javascript:alert(1)'])(
    'leads nowhere else: %s',
    async (returnTo) => {
      expect((await send({ locale: 'fr', returnTo })).headers.get('location')).toBe('/')
    },
  )

  it.each([null, 'null', 'https://evil.example', 'http://portal.example'])(
    'is refused from origin %s',
    async (origin) => {
      const answer = await send({ locale: 'fr' }, origin)
      expect(answer.status).toBe(403)
      expect(answer.headers.get('set-cookie')).toBeNull()
    },
  )

  it('is refused for a language that there is not', async () => {
    expect((await send({ locale: 'xx' })).status).toBe(422)
  })
})
