import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'

/** Which message counted, from whom, and until when it would count again. */
export interface CountedMessage {
  readonly agentId: string
  readonly signed: Uint8Array
  readonly expiresAt: Date
}

/**
 * Lets a message count once: "a single action of one user acting against one covered business one time" (DRP 3.07). What
 * is too old to count anyhow is forgotten on the way.
 * @throws Refusal `agents.replayed`
 */
export async function rememberMessage(tx: Tx, { agentId, signed, expiresAt }: CountedMessage): Promise<void> {
  await tx.agentMessage.deleteMany({ where: { agentId, expiresAt: { lt: clock.now() } } })
  const digest = sha256(Buffer.concat([Buffer.from(agentId), signed]))
  const { count } = await tx.agentMessage.createMany({ data: [{ digest, agentId, expiresAt }], skipDuplicates: true })
  if (count === 0) throw new Refusal('agents.replayed')
}
