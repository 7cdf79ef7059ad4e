import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { findSubjectByIdentifier } from '#lib/identity/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { personFound } from './events.ts'
import type { FindPerson } from './schema.ts'

/**
 * Finds somebody by the reference of their account, by a name they sign in with, or by the number of a bill that was
 * issued to them. That they were looked up is recorded with the reason, and they can read it (ECH-10).
 * @throws Refusal `support.person_not_found`, the same for a person of another brand
 */
export async function findPerson(grant: Grant<'support:find'>, input: FindPerson): Promise<{ id: string }> {
  return inScope(grant, async (tx) => {
    const byRef = await tx.account.findFirst({
      where: { brand: grant.brand, ref: input.name.toUpperCase() },
      select: { id: true },
    })
    const id =
      byRef?.id ??
      (await findSubjectByIdentifier(tx, grant.brand, input.name)) ??
      (await findByBill(tx, grant.brand, input.name))
    if (!id) throw new Refusal('support.person_not_found', { field: 'name' })
    await audit.record(tx, grant, personFound(id, input.why))
    return { id }
  })
}

/** Nobody for a bill whose person was erased. */
async function findByBill(tx: Tx, brand: string, written: string): Promise<string | null> {
  const bill = await tx.bill.findFirst({ where: { brand, number: written.toUpperCase() }, select: { subjectId: true } })
  return bill?.subjectId ?? null
}
