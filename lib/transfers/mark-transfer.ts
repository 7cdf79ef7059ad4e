import { v7 as uuid } from 'uuid'
import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { isGranted } from '#lib/consents/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { transferMarked } from './events.ts'
import { memberOf } from './member-of.ts'
import type { MarkTransfer } from './schema.ts'

/**
 * Marks a person's data for transfer to another country, under the consent that is in force; the database refuses it a
 * second time without one, and for a brand that promised never to (WBP-21, ENB-16). The person sees it.
 * @throws Refusal `transfers.never_abroad`, `transfers.same_country`, `transfers.person_not_found`,
 *   `transfers.no_consent`
 */
export async function markTransfer(grant: Grant<'transfers:mark'>, input: MarkTransfer): Promise<{ id: string }> {
  const { brand } = grant
  const { storage } = getManifest(brand)
  const { country, reason } = input
  if (storage.transfersAbroad === 'never') throw new Refusal('transfers.never_abroad')
  if (country === storage.region) throw new Refusal('transfers.same_country', { field: 'country' })
  const purpose = storage.transferPurpose
  return inScope(grant, async (tx) => {
    const account = await tx.account.findFirst({
      where: { brand, ref: { in: [input.ref, input.ref.toUpperCase()] }, state: 'active' },
      select: { id: true },
    })
    if (!account) throw new Refusal('transfers.person_not_found', { field: 'ref' })
    if (!purpose || !(await isGranted(tx, brand, account.id, purpose))) throw new Refusal('transfers.no_consent')
    const id = uuid()
    await tx.dataTransfer.create({
      data: { id, brand, subjectId: account.id, country, reason, markedAt: clock.now(), markedBy: memberOf(grant) },
      select: { id: true },
    })
    await audit.record(tx, grant, transferMarked(id, account.id, country))
    return { id }
  })
}
