import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { demoEnvironment } from './demo-environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'demo-environment-'))

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('a port that the caller gives a stand-in is where the portal looks for it', async () => {
  vi.stubEnv('STRIPE_API_URL', '')
  vi.stubEnv('STRIPE_SECRET_KEY', '')
  vi.stubEnv('SMS_API_URL', '')
  vi.stubEnv('SANDBOX_PORT', '4710')
  vi.stubEnv('SANDBOX_MAILBOX_PORT', '4713')
  const { STRIPE_API_URL, SMS_API_URL, SANDBOX_PORT } = await demoEnvironment(folder, 3777)
  expect({ STRIPE_API_URL, SMS_API_URL, SANDBOX_PORT }).toEqual({
    STRIPE_API_URL: 'http://127.0.0.1:4710',
    SMS_API_URL: 'http://127.0.0.1:4713/sms/messages',
    SANDBOX_PORT: '4710',
  })
})
