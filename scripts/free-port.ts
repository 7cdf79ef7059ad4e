import { createServer } from 'node:net'

/** Whether a port of this machine can be listened on. */
export function portIsFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
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
