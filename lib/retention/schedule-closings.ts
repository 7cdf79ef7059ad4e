import { v7 as uuid } from 'uuid'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import type { Prisma, Tx } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { certificateToken } from './certificate-token.ts'

export interface ScheduledEnd {
  readonly brand: string
  readonly eraseAfter: Date
  /** On `account a`: whose accounts end. */
  readonly whose: Prisma.Sql
  readonly limit: number
}

/**
 * Schedules the erasure of accounts that the brand itself ends, a number of them at a time: they are being closed until
 * then, so that their people can still take everything along. A closing that is under way keeps its day.
 * @returns how many were scheduled; none are left once it is fewer than the limit
 */
export async function scheduleClosings(tx: Tx, { brand, eraseAfter, whose, limit }: ScheduledEnd): Promise<number> {
  const people = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM account a
    WHERE a.brand = ${brand} AND a.state IN ('active', 'suspended') AND ${whose}
      AND NOT EXISTS (SELECT 1 FROM closure c WHERE c.subject_id = a.id AND c.state = 'requested')
    ORDER BY a.id LIMIT ${limit} FOR UPDATE OF a`
  for (const { id: subjectId } of people) {
    const id = uuid()
    const certificateHash = sha256(certificateToken(id))
    await tx.closure.create({
      data: { id, brand, subjectId, requestedAt: clock.now(), eraseAfter, certificateHash },
      select: { id: true },
    })
    await tx.account.updateMany({ where: { id: subjectId, state: 'active' }, data: { state: 'closing' } })
    await enqueue(tx, 'retention.erase-account', { brand, subject: subjectId }, { startAfter: eraseAfter })
  }
  return people.length
}
