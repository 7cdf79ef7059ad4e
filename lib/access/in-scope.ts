import { AsyncLocalStorage } from 'node:async_hooks'
import { beginWith, type DatabaseRole, database, retryConflict, type Tx } from '#lib/platform/database/index.ts'
import type { Grant } from './grant.ts'
import { permissionRow, type Reach } from './permissions.ts'

const ROLE_OF: Record<Reach, DatabaseRole> = {
  subject: 'app',
  brand: 'staff',
  brands: 'staff',
  system: 'system',
}

/** Milliseconds that a snapshot may be read for. */
const SNAPSHOT_TIMEOUT = 3_000_000

/**
 * `snapshot` reads everything as it was at one instant, for as long as it takes to read. It is for reading only, and
 * therefore never repeated.
 */
export interface ScopeOptions {
  readonly snapshot?: boolean
}

interface OpenScope {
  readonly key: string
  readonly tx: Tx
}
const open = new AsyncLocalStorage<OpenScope>()

/**
 * Runs a transaction as the database role of the grant's reach, with row-level security bound to its brand and
 * subject. Everything in it commits together or not at all; it is repeated when it loses against another one, so it
 * must have no effect outside the database. A verb called inside a scope of the same person joins it.
 */
export async function inScope<T>(grant: Grant, run: (tx: Tx) => Promise<T>, options: ScopeOptions = {}): Promise<T> {
  const role = ROLE_OF[permissionRow(grant.permission).reach]
  const key = `${role} ${grant.brands ?? grant.brand} ${grant.subject ?? ''} ${actorId(grant)}`
  const outer = open.getStore()
  if (outer?.key === key) return run(outer.tx)
  if (outer) throw new Error(`a scope for "${grant.permission}" was opened inside the scope of another subject or role`)
  return retryConflict(() =>
    beginWith(boundTo(grant), (begun) =>
      database(role).$transaction(
        (tx) => {
          begun()
          return open.run({ key, tx }, () => run(tx))
        },
        options.snapshot
          ? { maxWait: 10_000, timeout: SNAPSHOT_TIMEOUT, isolationLevel: 'RepeatableRead' }
          : { maxWait: 10_000, timeout: 60_000 },
      ),
    ),
  )
}

// An empty subject reads as NULL in the policies and so matches no row.
function boundTo(grant: Grant) {
  return {
    ...(grant.brands ? { 'app.brands': grant.brands.join() } : { 'app.brand': grant.brand }),
    'app.subject': grant.subject ?? '',
    'app.actor': actorId(grant),
  }
}

function actorId(grant: Grant): string {
  return 'id' in grant.actor ? `${grant.actor.kind}:${grant.actor.id}` : grant.actor.kind
}
