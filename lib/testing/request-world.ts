import { randomUUID } from 'node:crypto'
import { issueApprovedGrant } from '#lib/access/approved-grant.ts'
import { issueGrant, type Permission, permissionRow, type StaffActor, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { openRequest } from '#lib/requests/index.ts'
import type { OpenRequest } from '#lib/requests/schema.ts'
import { createTestStaff, type TestPerson } from './people.ts'

/** Words long enough to explain a decision. */
export const REASON = 'Said in one sentence that is long enough to explain it.'

/** A data operator, and grants of theirs in a brand. */
export async function createOperator() {
  const actor: StaffActor = await createTestStaff('data_operator')
  return {
    actor,
    /** What needs a second person is granted as if one had approved it. */
    grant: <P extends Permission>(permission: P, brand: string) =>
      permissionRow(permission).approval
        ? issueApprovedGrant(actor, permission, { brand }, randomUUID())
        : issueGrant(actor, permission, { brand }),
  }
}

/** Opens a request as its person does who has just signed in; answers its id. */
export async function openAs(
  person: TestPerson,
  kind: OpenRequest['kind'],
  text = `About ${kind}, ${randomUUID()}`,
): Promise<string> {
  const [ground] = getManifest(person.brand).deletionGrounds
  const named = kind === 'deletion' && ground ? { ground: ground.key } : {}
  return (await openRequest(person.grant('requests:open'), { kind, text, ...named })).id
}

export const watch = () => systemGrant('job:requests.watch', 'requests:watch', { brand: '' })
