import type { Tx } from '#lib/platform/database/index.ts'
import { type Identifier, identifierIndex } from './normalise-identifier.ts'

/** An account as sign-in sees it. */
export interface FoundAccount {
  readonly id: string
  readonly passwordHash: string | null
  readonly locale: string
}

/** The account to which a name leads, if it may be signed in to. Suspended and erased ones look like none. */
export async function findAccount(tx: Tx, brand: string, identifier: Identifier): Promise<FoundAccount | null> {
  const row = await findIdentifier(tx, brand, identifier)
  if (!row) return null
  return tx.account.findFirst({
    where: { id: row.subjectId, brand, state: { in: ['active', 'closing'] } },
    select: { id: true, passwordHash: true, locale: true },
  })
}

export async function findIdentifier(tx: Tx, brand: string, identifier: Identifier) {
  return tx.signInIdentifier.findUnique({
    where: {
      brand_kind_blindIndex: { brand, kind: identifier.kind, blindIndex: identifierIndex(brand, identifier) },
    },
    select: { id: true, subjectId: true },
  })
}
