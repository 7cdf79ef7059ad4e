import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { isGranted } from '#lib/consents/index.ts'

/** Where one account is kept, and what was marked for transfer. */
export interface StorageView {
  /** ISO 3166-1, two letters: of this account. */
  readonly region: string
  readonly transfersAbroad: 'never' | 'consent'
  /** Whether the person allowed it; null where the brand never asks, and so nothing may leave. */
  readonly allowed: boolean | null
  readonly transfers: readonly {
    readonly id: string
    readonly country: string
    readonly reason: string
    readonly markedAt: Date
  }[]
}

/** Where the person's data is stored, for themselves (WBP-21, ENB-16). */
export async function readStorage(grant: Grant<'account:view' | 'inventory:view'>): Promise<StorageView> {
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  const { region, transfersAbroad, transferPurpose } = getManifest(grant.brand).storage
  return inScope(grant, async (tx) => {
    const account = await tx.account.findUnique({ where: { id: of.subject }, select: { storageRegion: true } })
    const transfers = await tx.dataTransfer.findMany({
      where: { brand: of.brand, subjectId: of.subject },
      orderBy: { markedAt: 'desc' },
      take: 20,
      select: { id: true, country: true, reason: true, markedAt: true },
    })
    return {
      region: account?.storageRegion ?? region,
      transfersAbroad,
      allowed: transferPurpose ? await isGranted(tx, of.brand, of.subject, transferPurpose) : null,
      transfers,
    }
  })
}
