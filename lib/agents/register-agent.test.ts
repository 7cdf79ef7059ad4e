import { randomBytes } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { createOperator } from '#lib/testing/request-world.ts'
import { registerAgent } from './register-agent.ts'

vi.mock('#lib/platform/environment.ts', async (original) => {
  const { environment } = await original<typeof import('#lib/platform/environment.ts')>()
  return { environment: () => ({ ...environment(), OPENBOOK_MODE: 'live' }) }
})

async function register(callbackOrigin: string | null) {
  const operator = await createOperator()
  return registerAgent(operator.grant('agents:register', 'we-app'), {
    key: `LIVE_${randomBytes(8).toString('hex').replaceAll(/\d/g, 'X').toUpperCase()}`,
    name: 'An agent',
    verifyKey: randomBytes(32).toString('base64'),
    webUrl: 'https://agent.example',
    contact: 'agent@agent.example',
    callbackOrigin,
  })
}

describe('an agent of people outside the demo', () => {
  it.each([
    ['http://agent.example', 'agents.callback_open'],
    ['https://localhost:5432', 'agents.callback_inner'],
    ['https://169.254.169.254', 'agents.callback_inner'],
    ['https://[::ffff:10.0.0.8]', 'agents.callback_inner'],
    ['https://database', 'agents.callback_inner'],
  ])('is not called back at %s', async (callbackOrigin, code) => {
    await expect(register(callbackOrigin)).rejects.toMatchObject({ code, details: { field: 'callbackOrigin' } })
  })

  it('is called back over the internet, or not at all', async () => {
    for (const origin of ['https://agent.example', null]) expect(await register(origin)).toMatch(/^[0-9a-f-]{36}$/)
  })
})
