import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { deviceRenamed } from './events.ts'
import type { RenameDevice } from './schema.ts'

/**
 * Gives a bound device another name.
 * @throws Refusal `devices.not_found`
 */
export async function renameDevice(grant: Grant<'devices:rename'>, input: RenameDevice): Promise<void> {
  await inScope(grant, async (tx) => {
    const { count } = await tx.device.updateMany({
      where: { id: input.deviceId, revokedAt: null },
      data: { name: input.name },
    })
    if (count === 0) throw new Refusal('devices.not_found')
    await audit.record(tx, grant, deviceRenamed(input.deviceId))
  })
}
