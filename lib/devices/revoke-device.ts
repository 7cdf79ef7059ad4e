import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { deviceRevoked } from './events.ts'
import type { RevokeDevice } from './schema.ts'

/**
 * Unbinds a device: it sends nothing more for this person and can be bound again by anyone who holds it. What it sent
 * so far stays until it is deleted or runs out.
 * @throws Refusal `devices.not_found`
 */
export async function revokeDevice(grant: Grant<'devices:revoke'>, input: RevokeDevice): Promise<void> {
  await inScope(grant, async (tx) => {
    const { count } = await tx.device.updateMany({
      where: { id: input.deviceId, revokedAt: null },
      data: { revokedAt: clock.now() },
    })
    if (count === 0) throw new Refusal('devices.not_found')
    await audit.record(tx, grant, deviceRevoked(input.deviceId))
  })
}
