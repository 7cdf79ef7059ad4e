import { afterAll, beforeAll, expect, it } from 'vitest'
import { SANDBOX_DEFAULTS, type Sandbox, startSandbox } from '#sandbox/start-sandbox.ts'
import { signWebhook } from './index.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.stop())

const body = JSON.stringify({ type: 'consent.withdrawn' })
const send = (headers: Record<string, string>, text = body) =>
  fetch(`${sandbox.recipientsUrl}/brand/somebody`, { method: 'POST', headers, body: text }).then(({ status }) => status)
const sign = (secret: string, at = new Date(), id = 'msg_1') => ({ ...signWebhook([secret], { id, at, body }) })

it('believes a signed and fresh message, and knows it again', async () => {
  const headers = sign(SANDBOX_DEFAULTS.recipientsSecret)
  expect(await send(headers)).toBe(200)
  expect(await send(headers)).toBe(200)
  const { told } = await (await fetch(`${sandbox.recipientsUrl}/api/told?recipient=brand/somebody`)).json()
  expect(told).toMatchObject([{ times: 2, message: { type: 'consent.withdrawn' } }])
  expect(await (await fetch(sandbox.recipientsUrl)).text()).toContain('brand / somebody')
})

it('signs as the example of Standard Webhooks', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const at = new Date(1_614_265_330_000)
  const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at, body: '{"test": 2432232314}' }
  expect(signWebhook([secret], message)['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

it('refuses what is not signed, signed by another, changed, or out of time either way', async () => {
  const good = sign(SANDBOX_DEFAULTS.recipientsSecret)
  expect(await send({})).toBe(401)
  expect(await send(sign('whsec_b3RoZXItc2VjcmV0LW90aGVyLXNlY3JldC1vdGhlcg=='))).toBe(401)
  expect(await send(good, body.replace('withdrawn', 'granted'))).toBe(401)
  expect(await send({ ...good, 'webhook-id': 'msg_2' })).toBe(401)
  for (const seconds of [-400, 400])
    expect(await send(sign(SANDBOX_DEFAULTS.recipientsSecret, new Date(Date.now() + seconds * 1000)))).toBe(401)
})
