import { database } from './database/index.ts'
import { environment } from './environment.ts'

/** The state of one part: it answers, it is behind, or it does not answer. */
type PartState = 'up' | 'behind' | 'down'

export interface Health {
  readonly status: 'ready' | 'not_ready'
  readonly database: PartState
  readonly queue: PartState
  /** The stand-ins of demo mode; `none` where real providers are connected. */
  readonly sandbox: PartState | 'none'
}

const BEHIND_SECONDS = 120

/** Anybody may ask; what it costs does not grow with how often they do. */
const KEPT_MS = 1_000
let kept: { readonly until: number; readonly health: Promise<Health> } | null = null

/** Asks each part that a request may need, once a second at most. Reveals states and nothing else. */
export function checkHealth(): Promise<Health> {
  if (!kept || performance.now() >= kept.until) kept = { until: performance.now() + KEPT_MS, health: askParts() }
  return kept.health
}

async function askParts(): Promise<Health> {
  const [base, queue, sandbox] = await Promise.all([databaseState(), queueState(), sandboxState()])
  const ready = base === 'up' && queue !== 'down' && sandbox !== 'down'
  return { status: ready ? 'ready' : 'not_ready', database: base, queue, sandbox }
}

async function databaseState(): Promise<PartState> {
  return orDown(async () => {
    await Promise.all([database('app').$queryRaw`SELECT 1`, database('system').$queryRaw`SELECT 1`])
    return 'up'
  })
}

// Behind when a job that is due has waited long: then the worker is gone or cannot keep up.
async function queueState(): Promise<PartState> {
  return orDown(async () => {
    const [row] = await database('system').$queryRaw<{ waited: number | null }[]>`
      SELECT extract(epoch FROM now() - min(start_after))::float AS waited FROM pgboss.job
      WHERE state = 'created' AND start_after < now()`
    return (row?.waited ?? 0) > BEHIND_SECONDS ? 'behind' : 'up'
  })
}

async function sandboxState(): Promise<PartState | 'none'> {
  const { STRIPE_API_URL } = environment()
  if (!STRIPE_API_URL) return 'none'
  return orDown(async () => {
    const answer = await fetch(new URL('/health', STRIPE_API_URL), { signal: AbortSignal.timeout(2_000) })
    return answer.ok ? 'up' : 'down'
  })
}

async function orDown(ask: () => Promise<PartState>): Promise<PartState> {
  try {
    return await ask()
  } catch {
    return 'down'
  }
}
