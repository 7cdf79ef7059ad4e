import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { freePort, namedPort } from './free-port.ts'

test('a port that a variable names is taken, or refused by its name', async () => {
  const port = String(await freePort())
  expect(await namedPort('SANDBOX_PORT', port)).toBe(port)
  for (const wrong of ['abc', '0', '65536', '80.5'])
    await expect(namedPort('POSTGRES_PORT', wrong)).rejects.toThrow('The environment variable POSTGRES_PORT cannot')
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(Number(port), '127.0.0.1', resolve))
  await expect(namedPort('SANDBOX_PORT', port)).rejects.toThrow(`Port ${port} is in use.`)
  await new Promise((resolve) => server.close(resolve))
})
