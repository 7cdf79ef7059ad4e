import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { isGranted } from '#lib/consents/index.ts'

interface Transfer {
  readonly id: string
  readonly country: string
  readonly reason: string
  readonly markedAt: Date
  readonly takenBackAt: Date | null
}

/** Where one account is kept, and what was marked for transfer. */
export interface StorageView {
  /** ISO 3166-1, two letters: of this account. */
  readonly region: string
  readonly transfersAbroad: 'never' | 'consent'
  /** Whether the person allowed it; null where the brand never asks, and so nothing may leave. */
  readonly allowed: boolean | null
  readonly transfers: readonly Transfer[]
}

/** An account that nothing of was marked has one row without a transfer. */
type Row = { readonly region: string | null } & (Transfer | { readonly [K in keyof Transfer]: null })

/** Where the person's data is stored, for themselves (WBP-21, ENB-16). */
export async function readStorage(grant: Grant<'account:view' | 'inventory:view'>): Promise<StorageView> {
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  const { region, transfersAbroad, transferPurpose } = getManifest(grant.brand).storage
  return inScope(grant, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT a.storage_region AS region, t.id, t.country, t.reason, t.marked_at AS "markedAt",
             t.taken_back_at AS "takenBackAt"
      FROM account a LEFT JOIN data_transfer t ON t.subject_id = a.id AND t.brand = a.brand
      WHERE a.id = ${of.subject}::uuid ORDER BY t.marked_at DESC LIMIT 20`
    return {
      region: rows[0]?.region ?? region,
      transfersAbroad,
      allowed: transferPurpose ? await isGranted(tx, of.brand, of.subject, transferPurpose) : null,
      transfers: rows.flatMap(({ region: _, ...transfer }) => (transfer.id === null ? [] : [transfer])),
    }
  })
}
