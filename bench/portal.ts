import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export interface Portal {
  readonly url: string
  /** The variables that it runs with, its secrets among them. */
  readonly environment: Record<string, string>
  stop(): Promise<void>
}

const PORT = Number(process.env.BENCH_PORT ?? 3250)
export const DATA = resolve('.data/bench')

/** Starts the portal as `npm start` does, with data of its own and the bare page switched on. */
export async function startPortal(): Promise<Portal> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, PORT: String(PORT), OPENBOOK_DATA: DATA, OPENBOOK_BENCH: '1', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await ready(child)
  return {
    url: `http://localhost:${PORT}`,
    environment: JSON.parse(readFileSync(`${DATA}/environment.json`, 'utf8')) as Record<string, string>,
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done())
        child.kill('SIGTERM')
      }),
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolvePromise, reject) => {
    child.stdout?.on('data', (chunk) => String(chunk).includes('Ctrl-C stops it') && resolvePromise())
    child.once('exit', (code) => reject(new Error(`the portal ended with ${code} before it was ready`)))
  })
}

/** The address of the portal's database as its owner. */
export function ownerUrl(portal: Portal): string {
  const { POSTGRES_PASSWORD = '', POSTGRES_PORT = '' } = portal.environment
  return `postgresql://postgres:${encodeURIComponent(POSTGRES_PASSWORD)}@127.0.0.1:${POSTGRES_PORT}/openbook`
}
