import { v7 as uuid } from 'uuid'
import { admit, type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { seal } from '#lib/platform/crypto/index.ts'
import { isDuplicate } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { Operation } from './define-operation.ts'
import { approvalRequested } from './events.ts'
import { canonical, inputHash } from './input-hash.ts'
import { staffOf } from './staff-of.ts'

/** What is to be done, and why. */
export interface ApprovalRequest<I> {
  readonly input: I
  readonly reason: string
}

/**
 * Asks for an operation that needs a second person. Nothing is done until a colleague approves it.
 * @returns the approval's id
 * @throws Refusal `approvals.asked_already` while the same waits, `access.step_up` where the operation needs a recent
 *   sign-in, and what the operation itself refuses beforehand
 */
export async function requestApproval<I>(
  grant: Grant<'approvals:request'>,
  operation: Operation<I>,
  { input, reason }: ApprovalRequest<I>,
): Promise<string> {
  const staff = staffOf(grant)
  const { brand } = grant
  const { kind, permission } = operation
  admit(staff, permission, { brand })
  const id = uuid()
  try {
    await inScope(grant, async (tx) => {
      const { summary, subject = null, href = null } = await operation.about(tx, grant, input)
      await tx.approval.create({
        data: {
          id,
          brand,
          kind,
          permission,
          subjectId: subject,
          sealedInput: seal(canonical(input), sealedFor(id)),
          inputHash: inputHash({ brand, kind, permission, input }),
          summary,
          href,
          reason,
          requestedBy: staff.id,
          requestedRole: staff.role,
          requestedAt: clock.now(),
          expiresAt: clock.inMinutes(operation.termMinutes),
        },
        select: { id: true },
      })
      await audit.record(tx, grant, approvalRequested({ id, kind, subjectId: subject }))
    })
  } catch (fault) {
    if (isDuplicate(fault)) throw new Refusal('approvals.asked_already')
    throw fault
  }
  return id
}

/** What the sealed input is bound to. */
export function sealedFor(id: string): string {
  return `approval ${id}`
}
