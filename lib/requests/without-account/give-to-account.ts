import type { Grant } from '#lib/access/index.ts'
import { findSubjectByIdentifier } from '#lib/identity/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { countRepeats } from '../count-repeats.ts'
import type { LockedRequest } from '../move-request.ts'
import { unsealContact } from './contact.ts'

/**
 * Gives a request that an agent sent to the account that its person signs in to by the address or number at
 * which they just confirmed it. Where
 * there is none it stays one of somebody without an account.
 * @returns whether it belongs to an account now: it is followed there, and its secret link leads nowhere any more
 */
export async function giveToAccount(tx: Tx, grant: Grant<'requests:track'>, held: LockedRequest): Promise<boolean> {
  const { id, brand, kind } = held
  const row = await tx.rightsRequest.findFirst({ where: { id, brand }, select: { sealedContact: true } })
  const contact = unsealContact(id, row?.sealedContact ?? null)
  const found = contact && (await findSubjectByIdentifier(tx, grant.brand, contact))
  const account =
    found && (await tx.account.findFirst({ where: { id: found, brand, state: { in: ['active', 'closing'] } } }))
  if (!account) return false
  const subjectId = account.id
  const repeats = await countRepeats(tx, { brand, subjectId }, kind)
  await tx.rightsRequest.updateMany({
    where: { id, brand },
    data: { subjectId, repeats, sealedContact: null, contactIndex: null, secretHash: null, locale: null },
  })
  await tx.requestEntry.updateMany({ where: { requestId: id, brand }, data: { subjectId } })
  return true
}
