import { randomUUID } from 'node:crypto'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { endSessionsOf } from './sessions/open-session.ts'

/** A person of a brand; for work of the system's role on one account. */
export interface AccountKey {
  readonly brand: string
  readonly subject: string
}

/**
 * Stops an account: nobody signs in to it any more, and every session ends at the next request (ASVS 7.4.2).
 * @returns whether it was open until now
 */
export async function disableAccount(tx: Tx, { brand, subject }: AccountKey): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { id: subject, brand, state: { notIn: ['erased', 'suspended'] } },
    data: { state: 'suspended' },
  })
  await endSessionsOf(tx, subject, null)
  return count > 0
}

/**
 * Opens a stopped account again, as it was: whoever was closing it is still closing it. Sessions do not come back.
 * @returns whether it was stopped, and is not about to be erased
 */
export async function enableAccount(tx: Tx, { brand, subject }: AccountKey): Promise<boolean> {
  const closing = await tx.closure.findFirst({
    where: { brand, subjectId: subject, state: 'requested' },
    select: { eraseAfter: true },
  })
  if (closing && closing.eraseAfter <= clock.now()) return false
  const { count } = await tx.account.updateMany({
    where: { id: subject, brand, state: 'suspended' },
    data: { state: closing ? 'closing' : 'active' },
  })
  return count > 0
}

/**
 * Leaves of an account a row without anything personal in it: no name leads there, and its reference is a new random
 * one. Doing it twice changes nothing.
 */
export async function tombstoneAccount(tx: Tx, { brand, subject }: AccountKey): Promise<void> {
  await tx.signInIdentifier.deleteMany({ where: { brand, subjectId: subject } })
  await tx.session.deleteMany({ where: { brand, subjectId: subject } })
  await tx.account.updateMany({
    where: { id: subject, brand, erasedAt: null },
    data: {
      state: 'erased',
      ref: `erased-${randomUUID()}`,
      locale: 'en',
      zone: null,
      birthDate: null,
      passwordHash: null,
      cameThrough: null,
      erasedAt: clock.now(),
    },
  })
}
