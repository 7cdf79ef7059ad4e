import { existsSync, readFileSync } from 'node:fs'
import { StartFault } from './steps.ts'

const PATIENCE_SECONDS = 120

/** Waits until the portal says that it is ready, with all its parts. */
export async function waitUntilReady(address: string, logFile: string): Promise<void> {
  let last = 'it does not answer'
  for (let waited = 0; waited < PATIENCE_SECONDS * 4; waited += 1) {
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) })
      const { status, ...parts } = (await answer.json()) as { status: string }
      if (status === 'ready') return
      last = JSON.stringify(parts)
    } catch {
      last = 'it does not answer'
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  const words = existsSync(logFile) ? readFileSync(logFile, 'utf8').slice(-1_500) : ''
  throw new StartFault(`The portal did not become ready within ${PATIENCE_SECONDS} seconds: ${last}.\n${words}`)
}
