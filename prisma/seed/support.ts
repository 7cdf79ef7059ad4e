import { inScope, type Permission } from '#lib/access/index.ts'
import { approveOperation, requestApproval } from '#lib/approvals/index.ts'
import { audit } from '#lib/audit/index.ts'
import { endSupport, startSupportOperation } from '#lib/support/index.ts'
import { securityGrant, seedGrant, subjectIdOf, supportGrant } from './acting.ts'
import type { DemoPerson, DemoSupport } from './demo-person.ts'
import { heldAt } from './holding-time.ts'
import type { Story } from './story.ts'

const PAGES = ['overview:view', 'usage:view', 'bills:view', 'devices:view'] as const satisfies readonly Permission[]

/** Once in the past, support acted for the person: why, what was opened, and when it ended; all of it theirs to read. */
export async function seedSupport(person: DemoPerson, story: Story): Promise<void> {
  if (!person.support) return
  const minute = (count: number) => story.ago(person.support?.days ?? 0, (person.support?.hour ?? 0) + count / 60)
  const session = (await findSession(person)) ?? (await begin(person, person.support, minute(0)))
  if (session.endedAt) return
  for (const [index, page] of PAGES.slice(await countLooks(person)).entries())
    await look(person, session, page, minute(1 + index))
  await heldAt(minute(9), () => endSupport(supportGrant('support:end', person.brand, null)))
}

interface Session {
  readonly id: string
  readonly endsAt: Date
  readonly endedAt: Date | null
}

function findSession(person: DemoPerson): Promise<Session | null> {
  return inScope(seedGrant('demo:seed', person), (tx) =>
    tx.supportSession.findFirst({
      where: { brand: person.brand, subjectId: subjectIdOf(person) },
      select: { id: true, endsAt: true, endedAt: true },
    }),
  )
}

/** Sam asks, and Sol lets him; broken off in between, it goes on from there. */
async function begin(person: DemoPerson, { reason }: DemoSupport, at: Date): Promise<Session> {
  const input = { subject: subjectIdOf(person), reason, minutes: 30 as const }
  await heldAt(at, async () => {
    const approval =
      (await findAsked(person)) ??
      (await requestApproval(supportGrant('approvals:request', person.brand, null), startSupportOperation, {
        input,
        reason,
      }))
    await approveOperation(securityGrant('approvals:decide', person.brand), [startSupportOperation], { approval })
  })
  const session = await findSession(person)
  if (!session) throw new Error(`nobody was let act for ${person.ref}`)
  return session
}

async function findAsked(person: DemoPerson): Promise<string | null> {
  const where = { brand: person.brand, subjectId: subjectIdOf(person), state: 'requested' }
  const row = await inScope(seedGrant('demo:seed', person), (tx) =>
    tx.approval.findFirst({ where, select: { id: true } }),
  )
  return row?.id ?? null
}

function countLooks(person: DemoPerson): Promise<number> {
  const where = { brand: person.brand, subjectId: subjectIdOf(person), name: 'support.viewed' }
  return inScope(seedGrant('demo:seed', person), (tx) => tx.auditEvent.count({ where }))
}

/** As the door of a page records it. */
async function look(person: DemoPerson, { id, endsAt }: Session, page: Permission, at: Date): Promise<void> {
  const support = {
    id,
    brand: person.brand,
    subject: subjectIdOf(person),
    reason: person.support?.reason ?? '',
    endsAt,
  }
  await heldAt(at, async () => {
    const grant = supportGrant(page, person.brand, support)
    await inScope(grant, (tx) => audit.record(tx, grant, { name: 'support.viewed', detail: { page } }))
  })
}
