import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { isDuplicate, type Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { supportStarted } from './events.ts'
import type { StartSupport } from './schema.ts'
import { staffOf } from './staff-of.ts'

/**
 * Lets a member of staff act for a person until a time, for a reason that the person can read. One at a time; it ends
 * by itself, and nothing that a person must do themselves is possible in it.
 * @throws Refusal `support.already_acting` while another one runs, `support.person_not_found` for nobody of this brand,
 *   `support.account_closed` for an account that nobody can sign in to
 */
export async function startSupport(
  grant: Grant<'support:start'>,
  input: StartSupport,
): Promise<{ id: string; endsAt: Date }> {
  const staff = staffOf(grant)
  try {
    return await inScope(grant, async (tx) => {
      await closeOverdue(tx, staff)
      const account = await tx.account.findFirst({
        where: { id: input.subject, brand: grant.brand },
        select: { state: true },
      })
      if (!account) throw new Refusal('support.person_not_found')
      if (account.state !== 'active' && account.state !== 'closing') throw new Refusal('support.account_closed')
      const session = await tx.supportSession.create({
        data: {
          brand: grant.brand,
          subjectId: input.subject,
          staffId: staff,
          reason: input.reason,
          startedAt: clock.now(),
          endsAt: clock.inMinutes(input.minutes),
        },
        select: { id: true, endsAt: true },
      })
      await audit.record(tx, grant, supportStarted(input.subject, session.id, input.minutes))
      return session
    })
  } catch (fault) {
    if (isDuplicate(fault)) throw new Refusal('support.already_acting')
    throw fault
  }
}

/** A session whose time is over ended then, in whichever brand it was; only its row does not say so yet. */
async function closeOverdue(tx: Tx, staff: string) {
  await tx.$executeRaw`
    UPDATE support_session SET ended_at = ends_at
    WHERE staff_id = ${staff}::uuid AND ended_at IS NULL AND ends_at <= ${clock.now()}`
}
