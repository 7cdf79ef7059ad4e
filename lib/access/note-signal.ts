import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'

/** Notes for a session whether its browser asks not to be tracked, as it does now. */
export async function noteSignal(sessionId: string, on: boolean): Promise<void> {
  await database('system').session.updateMany({
    where: { id: sessionId },
    data: { signalledAt: on ? clock.now() : null },
  })
}
