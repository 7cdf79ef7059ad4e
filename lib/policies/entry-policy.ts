import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest, type Manifest } from '#lib/brands/index.ts'

/** The other party's app through which the account was first opened, with its policy; null for most (ECH-11). */
export async function entryPolicy(
  grant: Grant<'consents:view' | 'account:view'>,
): Promise<Manifest['entryApps'][number] | null> {
  const account = await inScope(grant, (tx) =>
    tx.account.findUnique({ where: { id: subjectOf(grant) }, select: { cameThrough: true } }),
  )
  return getManifest(grant.brand).entryApps.find(({ key }) => key === account?.cameThrough) ?? null
}
