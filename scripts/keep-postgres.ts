import { readFileSync } from 'node:fs'
import { startEmbeddedPostgres } from './embedded-postgres.ts'

type Options = Parameters<typeof startEmbeddedPostgres>[0]

const LOOK_EVERY = 1_000
const MOST_STARTS = 3
const WITHIN = 60_000

/**
 * Starts the project's own Postgres and starts it again when it ends by itself, as it does when it is killed or the memory
 * runs out: it mends its files, and the portal finds it again. One that keeps ending is given up.
 */
export async function keepPostgres(options: Options, told: { again(): void; lost(fault: unknown): void }) {
  let kept = await startEmbeddedPostgres(options)
  let pid = processOf(options.folder)
  let starts: number[] = []
  let busy = false
  const look = async () => {
    if (busy || isAlive(pid)) return
    busy = true
    try {
      starts = [...starts.filter((at) => at > Date.now() - WITHIN), Date.now()]
      if (starts.length > MOST_STARTS) throw new Error('The database keeps ending by itself')
      kept = await startEmbeddedPostgres(options)
      pid = processOf(options.folder)
      told.again()
      busy = false
    } catch (fault) {
      clearInterval(watch)
      told.lost(fault)
    }
  }
  const watch = setInterval(look, LOOK_EVERY)
  const stop = async () => {
    clearInterval(watch)
    // A server that has ended never says that it ends.
    if (isAlive(pid)) await kept.server.stop()
  }
  return { url: kept.url, createDatabase: (name: string) => kept.server.createDatabase(name), stop }
}

/** The number that the server itself wrote down. */
function processOf(folder: string): number {
  return Number(readFileSync(`${folder}/postmaster.pid`, 'utf8').split('\n')[0])
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (fault) {
    // It lives as somebody else.
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM'
  }
}
