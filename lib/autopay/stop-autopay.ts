import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { oneAtATime } from '#lib/consents/index.ts'
import { AUTOPAY } from './autopay-notice.ts'
import { endAutopay, withdraw } from './end-autopay.ts'

/** Switches autopay off at once: nothing that was planned is taken. Off already, it changes nothing. */
export async function stopAutopay(grant: Grant<'autopay:stop'>): Promise<void> {
  await inScope(grant, async (tx) => {
    await oneAtATime(tx, subjectOf(grant))
    await endAutopay(tx, grant)
    await withdraw(tx, grant, AUTOPAY)
  })
}
