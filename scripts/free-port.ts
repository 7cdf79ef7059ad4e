import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { StartFault } from './steps.ts'

/** Whether a port of this machine can be listened on. */
export function portIsFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}

/** Milliseconds that a port may take to be let go by what was ended a moment ago. */
const LETTING_GO = 3_000

/**
 * A port that an environment variable names, once it can be listened on.
 * @throws StartFault where it is no port, or stays in use
 */
export async function namedPort(name: string, written: string): Promise<string> {
  const port = Number(written)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new StartFault(`The environment variable ${name} cannot be used: it is a number from 1 to 65535.`)
  for (let waited = 0; !(await portIsFree(port, '127.0.0.1')); waited += 100) {
    if (waited >= LETTING_GO)
      throw new StartFault(`Port ${port} is in use. Stop what uses it, or name another one in ${name}.`)
    await pause(100)
  }
  return written
}

/** The wanted port when it is free, else any free one. */
export async function freePort(wanted = 0): Promise<number> {
  if (wanted && (await portIsFree(wanted, '127.0.0.1'))) return wanted
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })
}
