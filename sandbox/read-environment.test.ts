import { createServer, request } from 'node:http'
import { expect, it } from 'vitest'
import { readEnvironment } from './read-environment.ts'
import { startSandbox } from './start-sandbox.ts'

it('takes the usual ports when nothing is set', () => {
  expect(readEnvironment({})).toEqual({
    stripePort: 4010,
    paypalPort: 4011,
    smtpPort: 4012,
    mailboxPort: 4013,
    recipientsPort: 4014,
    stripeWebhookUrl: null,
    paypalWebhookUrl: null,
  })
})

it('says in one sentence what is wrong', () => {
  expect(() => readEnvironment({ SANDBOX_PORT: 'x' })).toThrow('SANDBOX_PORT must be a port from 0 to 65535.')
  expect(() => readEnvironment({ SANDBOX_WEBHOOK_STRIPE_URL: 'x' })).toThrow(/http or https/)
})

it('stops what had started when a port is taken', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(startSandbox({ mailboxPort: port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await expect(startSandbox({ smtpPort: port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  taken.close()
})

it('does not answer to a name that was bound to loopback', async () => {
  const sandbox = await startSandbox()
  const status = await new Promise((resolve) => {
    request(`${sandbox.mailboxUrl}/api/mail`, { headers: { host: 'evil.example' } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).end()
  })
  expect(status).toBe(421)
  await sandbox.stop()
})
