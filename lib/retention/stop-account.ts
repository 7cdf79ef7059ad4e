import { disableAccount, notifyPerson } from '#lib/identity/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'

/**
 * Why an account is stopped: it was reported to be a child's; that was found to be so; the guardian took back their
 * agreement.
 */
export type StopReason = 'child_reported' | 'child_found' | 'guardian_withdrew'

/**
 * Stops an account and writes to its person, with the reason and what they can do about it, as they can no longer read
 * that by signing in. Who is stopped already is
 * not written to again about a report, but about what was found and decided.
 * @returns whether it was open until now
 */
export async function stopAccount(
  tx: Tx,
  of: { readonly brand: string; readonly subject: string },
  reason: StopReason,
): Promise<boolean> {
  const stopped = await disableAccount(tx, of)
  const erases = reason !== 'child_reported'
  if (!stopped && !erases) return false
  await notifyPerson(tx, of, {
    kind: 'retention.stopped',
    values: { reason },
    path: `/${of.brand}/request?kind=complaint`,
    linkInText: true,
    outlivesAccount: erases,
  })
  return stopped
}
