import type { Grant } from '#lib/access/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { lockRequest, moveRequest } from '../move-request.ts'
import type { ExplainedStep } from '../schema.ts'
import { answering } from './answering.ts'

/**
 * Answers a request for deletion in the transaction of the erasure that follows from it.
 * @throws Refusal `requests.not_found`, `requests.not_now`, `requests.over`
 */
export async function answerDeletion(
  tx: Tx,
  grant: Grant<'requests:erase'>,
  { request, text }: ExplainedStep,
): Promise<{ readonly subject: string; readonly openedAt: Date }> {
  const held = await lockRequest(tx, grant, request)
  if (held.kind !== 'deletion' || !held.subjectId) throw new Refusal('requests.not_found')
  await moveRequest(tx, grant, held, answering(grant, text))
  return { subject: held.subjectId, openedAt: held.openedAt }
}

/** Answers the report of a child's account in the transaction of the erasure that follows from it. */
export async function answerChildReport(
  tx: Tx,
  grant: Grant<'requests:erase'>,
  { request, text }: ExplainedStep,
): Promise<void> {
  const held = await lockRequest(tx, grant, request)
  if (held.kind !== 'child_report') throw new Refusal('requests.not_found')
  await moveRequest(tx, grant, held, answering(grant, text))
}
