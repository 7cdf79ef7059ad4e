import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { resumeClock } from '../answer-clock.ts'
import { lockRequest, moveRequest, provenMove, stepRequest } from '../move-request.ts'
import { noteMessage } from '../note-message.ts'
import { toDetail } from '../request-view.ts'
import type { ConfirmTracked, RequestDetail, TrackedStep, TrackedWords } from '../schema.ts'
import { giveToAccount } from './give-to-account.ts'

type Track = Grant<'requests:track'>

/** The request to which a secret address leads, for whoever has it (WEA-12); null where there is none in this brand. */
export async function findTracked(grant: Track, token: string): Promise<RequestDetail | null> {
  const { brand } = grant
  return inScope(grant, async (tx) => {
    const row = await tx.rightsRequest.findFirst({ where: { brand, secretHash: sha256(token), subjectId: null } })
    if (!row) return null
    const entries = await tx.requestEntry.findMany({
      where: { brand, requestId: row.id },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    })
    return toDetail(row, entries)
  })
}

/**
 * Whoever has the address that was mailed is who asked: the clock begins, or goes on. What an agent asked for them
 * becomes theirs by this and not before, and lies in their account from then on where they have one.
 * @returns the request, and whether it is followed in an account now
 * @throws Refusal `requests.ground_missing` where an agent asked for a deletion and named no ground,
 *   `requests.not_found`, `requests.not_now`, `requests.over`
 */
export async function confirmTracked(
  grant: Track,
  { token, ground }: ConfirmTracked,
): Promise<{ request: string; inAccount: boolean }> {
  const manifest = getManifest(grant.brand)
  const request = await idOf(grant, token)
  return inScope(grant, async (tx) => {
    const held = await lockRequest(tx, grant, request)
    const named = held.ground ?? manifest.deletionGrounds.find(({ key }) => key === ground)?.key
    if (held.kind === 'deletion' && !named) throw new Refusal('requests.ground_missing', { field: 'ground' })
    await moveRequest(tx, grant, held, {
      move: provenMove(held),
      kind: 'identity_shown',
      tell: true,
      patch: { ...resumeClock(held, manifest), ...(held.kind === 'deletion' && named ? { ground: named } : {}) },
    })
    return { request, inAccount: held.agentId !== null && (await giveToAccount(tx, grant, held)) }
  })
}

/** @throws Refusal `requests.not_found`, `requests.over` */
export async function writeTracked(grant: Track, { token, text }: TrackedWords): Promise<void> {
  await noteMessage(grant, await idOf(grant, token), text)
}

/** @throws Refusal `requests.not_found`, `requests.over` */
export async function withdrawTracked(grant: Track, { token }: TrackedStep): Promise<void> {
  await stepRequest(grant, await idOf(grant, token), () => ({ move: 'withdraw', kind: 'withdrawn' }))
}

async function idOf(grant: Track, token: string): Promise<string> {
  const found = await findTracked(grant, token)
  if (!found) throw new Refusal('requests.not_found')
  return found.id
}
