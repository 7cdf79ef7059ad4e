import { v7 as uuid } from 'uuid'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { certificateToken } from './certificate-token.ts'

/**
 * Has an account erased without days of grace, because the erasure was decided and not merely asked for: the account is
 * disabled by the erasure itself. A closing that is under way is brought forward.
 * @returns the closing's id
 */
export async function beginClosing(
  tx: Tx,
  { brand, subject }: { readonly brand: string; readonly subject: string },
  restored?: { readonly id: string; readonly requestedAt: Date },
): Promise<string> {
  const eraseAfter = clock.now()
  const present = await tx.closure.findFirst({
    where: { brand, subjectId: subject, state: 'requested' },
    select: { id: true },
  })
  const id = present?.id ?? restored?.id ?? uuid()
  if (present) await tx.closure.updateMany({ where: { id }, data: { eraseAfter } })
  else
    await tx.closure.create({
      data: {
        id,
        brand,
        subjectId: subject,
        requestedAt: restored?.requestedAt ?? eraseAfter,
        eraseAfter,
        certificateHash: sha256(certificateToken(id)),
      },
      select: { id: true },
    })
  await enqueue(tx, 'retention.erase-account', { brand, subject })
  return id
}
