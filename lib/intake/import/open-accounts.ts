import { v7 as uuid } from 'uuid'
import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { accountsOpened } from '../events.ts'

/**
 * Makes an account for each reference that has none: nobody can sign in to it until somebody proves to be this person
 * in a request. Accounts that are there stay as they are.
 */
export async function openAccounts(grant: Grant<'intake:write'>, refs: readonly string[]): Promise<void> {
  const { brand } = grant
  const { defaultLocale: locale, zone } = getManifest(brand)
  await inScope(grant, async (tx) => {
    const made = await tx.account.createManyAndReturn({
      data: refs.map((ref) => ({ id: uuid(), brand, ref, locale, zone, createdAt: clock.now() })),
      skipDuplicates: true,
      select: { id: true },
    })
    if (made.length === 0) return
    await tx.profile.createMany({ data: made.map(({ id }) => ({ subjectId: id, brand, updatedAt: clock.now() })) })
    await audit.record(tx, grant, accountsOpened(made.length))
  })
}
