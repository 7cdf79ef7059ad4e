import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MOST_FORM_BYTES } from './form-state.ts'
import { refuseLargeBody } from './refuse-large-body.ts'

let server: Server
let origin: string
beforeAll(async () => {
  server = createServer((request, response) => {
    if (!refuseLargeBody(request, response)) request.resume().once('end', () => response.writeHead(204).end())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const post = (path: string, bytes: number, headers: Record<string, string> = {}) =>
  fetch(origin + path, { method: 'POST', body: Buffer.alloc(bytes), headers })

describe('a form that is larger than the portal takes', () => {
  it.each([
    ['en', { 'accept-language': 'en' }, 'not be larger than 11 MB'],
    ['fr', { 'accept-language': 'de, fr;q=0.8' }, 'Mo'],
    ['zh-CN', { cookie: 'a=b; openbook.locale=zh-CN', 'accept-language': 'en' }, '不能超过'],
  ])('is answered in %s with a sentence and the way back, once all of it came', async (locale, headers, words) => {
    const referer = `${origin}/we-app/me/requests/new/correction?field="><script>`
    const answer = await post('/we-app/me/requests/new/correction', MOST_FORM_BYTES + 1, { ...headers, referer })
    const page = await answer.text()
    expect([answer.status, answer.headers.get('content-language')]).toEqual([413, locale])
    expect(page).toContain(words)
    expect(page).toContain(`<html lang="${locale}">`)
    expect(page).toContain('href="/we-app/me/requests/new/correction?field=')
    expect(page).not.toContain('<script')
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
  })

  it('leads nowhere else, and lets pass what is small or goes to the API', async () => {
    const elsewhere = await post('/we-app', MOST_FORM_BYTES + 1, { referer: 'https://evil.example/we-app' })
    expect(await elsewhere.text()).toContain('<a href="/">')
    expect((await post('/we-app', MOST_FORM_BYTES)).status).toBe(204)
    expect((await post('/api/v1/intake/we-app/records', MOST_FORM_BYTES + 1)).status).toBe(204)
  })
})
