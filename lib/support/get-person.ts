import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { personFound } from './events.ts'

/** What staff see of somebody before they act for them: enough to know that it is the right account. */
export interface PersonView {
  readonly id: string
  readonly ref: string
  readonly state: string
  readonly locale: string
  readonly createdAt: Date
}

/**
 * The account that was found. The look is recorded, and the person can read it.
 * @throws Refusal `support.person_not_found`
 */
export async function getPerson(grant: Grant<'support:find'>, id: string): Promise<PersonView> {
  return inScope(grant, async (tx) => {
    const person = await tx.account.findFirst({
      where: { id, brand: grant.brand },
      select: { id: true, ref: true, state: true, locale: true, createdAt: true },
    })
    if (!person) throw new Refusal('support.person_not_found')
    await audit.record(tx, grant, personFound(id))
    return person
  })
}
