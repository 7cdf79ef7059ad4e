import { type Grant, inScope } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'

/** Whether an operation that the page at an address is about waits to be approved or done. */
export async function isAsked(grant: Grant<'approvals:view'>, href: string): Promise<boolean> {
  const where = { brand: grant.brand, href, state: { in: ['requested', 'approved'] }, expiresAt: { gt: clock.now() } }
  return (await inScope(grant, (tx) => tx.approval.count({ where }))) > 0
}
