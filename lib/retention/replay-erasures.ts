import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { holdingOf } from '#lib/inventory/index.ts'
import { removeFile } from '#lib/platform/storage/index.ts'
import { beginClosing } from './begin-closing.ts'
import { eraseAccount } from './erase-account.ts'
import { type LedgerEntry, readErasures } from './erasure-ledger.ts'
import { categoryErased, closingRequested } from './events.ts'

type Replay = Grant<'retention:replay'>

/** How many were back and have been erased again. */
export interface Replayed {
  readonly accounts: number
  readonly categories: number
}

/**
 * Erases again whoever is in the ledger of erasures and is back, because a backup from before was restored (WBP-16).
 * Where nothing is back it changes nothing, so that it can run at any time.
 */
export async function replayErasures(_grant: Replay): Promise<Replayed> {
  const replayed = { accounts: 0, categories: 0 }
  for (const entry of await readErasures()) {
    const { brand, subject } = entry
    const own = systemGrant('job:retention.replay', 'retention:replay', { brand, subject })
    if (entry.category) replayed.categories += (await replayCategory(own, entry, entry.category)) ? 1 : 0
    else replayed.accounts += (await replayAccount(own, entry)) ? 1 : 0
  }
  return replayed
}

async function replayAccount(grant: Replay, { brand, subject, closure, requestedAt }: LedgerEntry): Promise<boolean> {
  const isBack = await inScope(grant, async (tx) => {
    const account = await tx.account.findFirst({ where: { id: subject, brand, erasedAt: null }, select: { id: true } })
    if (!account || !closure) return false
    // The same closing as then, so that the certificate's address goes on to lead there.
    await tx.closure.deleteMany({ where: { id: closure, state: { not: 'requested' } } })
    const id = await beginClosing(tx, { brand, subject }, { id: closure, requestedAt })
    await audit.record(tx, grant, closingRequested(id))
    return true
  })
  if (isBack) await eraseAccount(systemGrant('job:retention.replay', 'retention:erase-account', { brand, subject }))
  return isBack
}

async function replayCategory(grant: Replay, { brand, subject, erasedAt }: LedgerEntry, key: string): Promise<boolean> {
  const category = getManifest(brand).categories.find((declared) => declared.key === key)
  const holding = category && holdingOf(category)
  if (!holding) return false
  const of = { brand, subject, category: key }
  // What came in after the erasure was never asked to go.
  const files = await inScope(grant, async (tx) => holding.files?.(tx, of, { olderThan: erasedAt }) ?? [])
  for (const file of files) await removeFile(file)
  return inScope(grant, async (tx) => {
    const { erased } = await holding.erase(tx, of, { end: 'erase', olderThan: erasedAt })
    if (erased > 0) await audit.record(tx, grant, categoryErased(key, erased, 0, 0))
    return erased > 0
  })
}
