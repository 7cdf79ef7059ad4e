import { NextRequest } from 'next/server'
import { describe, expect, it, vi } from 'vitest'
import { POST } from './route.ts'

// It reads its cookies from Next's own request: what is tried here is what comes through the door to it.
vi.mock('next-auth', () => ({
  default: async (request: NextRequest) => {
    const { method, nextUrl, headers } = request
    return Response.json({
      method,
      path: nextUrl.pathname,
      type: headers.get('content-type'),
      body: await request.text(),
    })
  },
}))

const ORIGIN = 'http://localhost:3000'

function post(body: string, origin: string | null = ORIGIN) {
  const headers = new Headers({ 'content-type': 'application/x-www-form-urlencoded', ...(origin ? { origin } : {}) })
  const request = new NextRequest(`${ORIGIN}/api/auth/callback/credentials`, { method: 'POST', headers, body })
  return POST(request, { params: Promise.resolve({ nextauth: ['callback', 'credentials'] }) })
}

describe('what is posted to next-auth', () => {
  it('comes to it as it was sent', async () => {
    expect(await (await post('brand=we-app&password=a%20b')).json()).toEqual({
      method: 'POST',
      path: '/api/auth/callback/credentials',
      type: 'application/x-www-form-urlencoded',
      body: 'brand=we-app&password=a%20b',
    })
  })

  it('is read no further than a form is long, and from this portal alone', async () => {
    expect((await post('a'.repeat(20_000))).status).toBe(413)
    for (const origin of [null, 'null', 'https://evil.example']) expect((await post('a=b', origin)).status).toBe(403)
  })
})
