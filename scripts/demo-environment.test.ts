import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { demoEnvironment } from './demo-environment.ts'
import { freePort } from './free-port.ts'

const folder = mkdtempSync(join(tmpdir(), 'demo-environment-'))

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('a port that the caller gives a stand-in is where the portal looks for it', async () => {
  vi.stubEnv('STRIPE_API_URL', '')
  vi.stubEnv('STRIPE_SECRET_KEY', '')
  vi.stubEnv('SMS_API_URL', '')
  const [stripe, mailbox] = [String(await freePort()), String(await freePort())]
  vi.stubEnv('SANDBOX_PORT', stripe)
  vi.stubEnv('SANDBOX_MAILBOX_PORT', mailbox)
  const { STRIPE_API_URL, SMS_API_URL, SANDBOX_PORT } = await demoEnvironment(folder, 3777)
  expect({ STRIPE_API_URL, SMS_API_URL, SANDBOX_PORT }).toEqual({
    STRIPE_API_URL: `http://127.0.0.1:${stripe}`,
    SMS_API_URL: `http://127.0.0.1:${mailbox}/sms/messages`,
    SANDBOX_PORT: stripe,
  })
})

test('keys that were damaged are told, and not made anew over what they sealed', async () => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'environment.json'), '{"NEXTAUTH_SE')
  await expect(demoEnvironment(folder, 3777)).rejects.toThrow('environment.json is damaged')
})
