import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import type { LedgerAccount } from './accounts.ts'

/** What an account holds for one bill: the fold of its entries. */
export async function billBalance(tx: Tx, billId: string, account: LedgerAccount): Promise<bigint> {
  const [sum] = await tx.$queryRaw<{ minor: bigint }[]>`
    SELECT coalesce(sum(amount_minor), 0)::bigint AS minor FROM ledger_entry
    WHERE bill_id = ${billId}::uuid AND account = ${account}`
  return sum?.minor ?? 0n
}

/** Credit held for a person in one currency, never negative. */
export interface Credit {
  readonly currency: string
  readonly amountMinor: bigint
}

/** The person's wallet: what is held for them, by currency; nothing where nothing is held. */
export async function walletOf(tx: Tx, of: { brand: string; subject: string }): Promise<Credit[]> {
  return tx.$queryRaw<Credit[]>(walletQuery(of))
}

/** The same as a part of a greater statement. */
export function walletQuery(of: { brand: string; subject: string }): Prisma.Sql {
  return Prisma.sql`
    SELECT currency, (-sum(amount_minor))::bigint AS "amountMinor" FROM ledger_entry
    WHERE brand = ${of.brand} AND subject_id = ${of.subject}::uuid AND account = 'customer_credit'
    GROUP BY currency HAVING sum(amount_minor) <> 0 ORDER BY currency`
}
