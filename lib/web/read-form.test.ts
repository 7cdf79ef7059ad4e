import { describe, expect, it, vi } from 'vitest'
import { POST as locale } from '#app/api/locale/route.ts'
import { defineWebhook } from './define-webhook.ts'
import { MOST_FIELD_BYTES, readForm } from './read-form.ts'

const URL_OF = 'http://localhost:3000/api/somewhere'

/** A body that tells nothing of its length and never ends by itself; counts what was taken of it. */
function endless(headers: Record<string, string>) {
  const taken = { bytes: 0 }
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken.bytes += 1024
      controller.enqueue(new Uint8Array(1024).fill(97))
    },
  })
  const asked: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' }
  return { taken, request: new Request(URL_OF, asked) }
}

describe('what a plain route is sent', () => {
  it('is a short form, of either kind, and empty where it is none', async () => {
    const [fields, parts] = [new URLSearchParams({ brand: 'we-app' }), new FormData()]
    parts.set('brand', 'we-lock')
    const post = (body: BodyInit) => readForm(new Request(URL_OF, { method: 'POST', body }))
    expect((await post(fields)).get('brand')).toBe('we-app')
    expect((await post(parts)).get('brand')).toBe('we-lock')
    expect([...(await post('neither'))]).toEqual([])
  })

  it('is not read further than a form is long, whatever it says of itself', async () => {
    const { request, taken } = endless({ 'content-type': 'application/x-www-form-urlencoded' })
    await expect(readForm(request)).rejects.toMatchObject({ code: 'web.too_large' })
    expect(taken.bytes).toBeLessThan(2 * MOST_FIELD_BYTES)
    const told = new Request(URL_OF, { method: 'POST', body: 'a'.repeat(MOST_FIELD_BYTES + 1) })
    await expect(readForm(told)).rejects.toMatchObject({ code: 'web.too_large' })
  })

  it('is refused by the routes with the status that says so', async () => {
    const { request } = endless({
      origin: 'http://localhost:3000',
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect((await locale(request)).status).toBe(413)
  })

  it('is not verified as a webhook when it does not end', async () => {
    const [verify, receive] = [vi.fn(), vi.fn()]
    const { request, taken } = endless({ 'content-type': 'application/json' })
    const answer = await defineWebhook({ provider: 'stripe', verify, receive })(request)
    expect(answer.status).toBe(413)
    expect(taken.bytes).toBeLessThan(2_000_000)
    expect(verify).not.toHaveBeenCalled()
    expect(receive).not.toHaveBeenCalled()
  })
})
