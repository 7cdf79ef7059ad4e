const ATTEMPTS = 4
/** `serialization_failure` and `deadlock_detected`, as Prisma words them. */
const LOST = /Code: `(40001|40P01)`/

/**
 * Runs a transaction again when it lost against another one (serialisation failure, deadlock), a few times with
 * jitter. Prisma reports these as P2034, sometimes as the driver's raw error, and of raw SQL by their SQLSTATE.
 */
export async function retryConflict<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (fault) {
      if (attempt >= ATTEMPTS || !isConflict(fault)) throw fault
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt))
    }
  }
}

function isConflict(fault: unknown): boolean {
  if (typeof fault !== 'object' || fault === null) return false
  if ('code' in fault && fault.code === 'P2034') return true
  if ('code' in fault && fault.code === 'P2010' && LOST.test(String(fault))) return true
  const cause = 'cause' in fault ? fault.cause : undefined
  return typeof cause === 'object' && cause !== null && 'kind' in cause && cause.kind === 'TransactionWriteConflict'
}
