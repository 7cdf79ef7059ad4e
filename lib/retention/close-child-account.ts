import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { enableAccount, notifyPerson } from '#lib/identity/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { answerChildReport } from '#lib/requests/index.ts'
import { beginClosing } from './begin-closing.ts'
import { accountDeactivated, accountReactivated, closingRequested } from './events.ts'
import { findReported } from './find-reported.ts'
import type { ChildAccount } from './schema.ts'
import { stopAccount } from './stop-account.ts'

type Erase = Grant<'requests:erase'>

/**
 * Stops the account that was reported to be a child's, at once and before it is known for sure (WEA-15). Its person can
 * no longer sign in, and is told why; nothing is erased yet.
 * @throws Refusal `retention.account_not_found`
 */
export async function deactivateChildAccount(
  grant: Grant<'requests:suspend'>,
  input: Pick<ChildAccount, 'account'>,
): Promise<void> {
  await inScope(grant, async (tx) => {
    const { id: subject } = await findReported(tx, grant.brand, input.account)
    const stopped = await stopAccount(tx, { brand: grant.brand, subject }, 'child_reported')
    if (stopped) await audit.record(tx, grant, accountDeactivated(subject))
  })
}

/**
 * Opens an account again that was stopped on a report which turned out to be wrong. Its person signs in as before, and is told so.
 * @throws Refusal `retention.account_not_found`, `retention.not_stopped`
 */
export async function reactivateAccount(
  grant: Grant<'requests:suspend'>,
  input: Pick<ChildAccount, 'account'>,
): Promise<void> {
  await inScope(grant, async (tx) => {
    const { id: subject } = await findReported(tx, grant.brand, input.account)
    const of = { brand: grant.brand, subject }
    if (!(await enableAccount(tx, of))) throw new Refusal('retention.not_stopped', { field: 'account' })
    await notifyPerson(tx, of, { kind: 'retention.reopened', path: `/${of.brand}/sign-in`, linkInText: true })
    await audit.record(tx, grant, accountReactivated(subject))
  })
}

/**
 * Erases the account of a child on that ground and answers who reported it (WEA-15, ENB-15); the account is stopped with
 * it, and what a law keeps stays without the child.
 * @throws Refusal `retention.account_not_found`, `requests.not_found`, `requests.not_now`, `requests.over`
 */
export async function eraseChildAccount(grant: Erase, input: ChildAccount): Promise<void> {
  await inScope(grant, async (tx) => {
    const { id: subject } = await findReported(tx, grant.brand, input.account)
    await answerChildReport(tx, grant, input)
    await stopAccount(tx, { brand: grant.brand, subject }, 'child_found')
    const id = await beginClosing(tx, { brand: grant.brand, subject })
    await audit.record(tx, grant, { ...closingRequested(id), subject, detail: { ground: 'child' } })
  })
}
