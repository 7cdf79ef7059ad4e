import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { certificateToken } from './certificate-token.ts'

/** A closing that is under way: until `eraseAfter` it can be undone. */
export interface ClosingView {
  readonly id: string
  readonly requestedAt: Date
  readonly eraseAfter: Date
  /** The secret of the address at which the certificate can be read once the account is erased. */
  readonly certificateToken: string
}

/** The closing of the person's account that is under way; null where there is none. */
export async function findClosing(
  grant: Grant<'inventory:view' | 'overview:view' | 'account:view'>,
): Promise<ClosingView | null> {
  const row = await inScope(grant, (tx) =>
    tx.closure.findFirst({
      where: { brand: grant.brand, subjectId: subjectOf(grant), state: 'requested' },
      select: { id: true, requestedAt: true, eraseAfter: true },
    }),
  )
  return row && { ...row, certificateToken: certificateToken(row.id) }
}
