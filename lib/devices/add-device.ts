import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { isDuplicate, type Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { deviceAdded } from './events.ts'
import type { AddDevice } from './schema.ts'

/**
 * Binds a device to the person by the code or the number printed on it (ECH-05, WBP-04).
 * @throws Refusal `devices.unknown_number` where the brand made no such device, `devices.already_bound` where it is
 *   bound already, to this person or another
 */
export async function addDevice(grant: Grant<'devices:add'>, input: AddDevice): Promise<{ id: string }> {
  try {
    return await inScope(grant, async (tx) => {
      const unit = await findUnit(tx, grant.brand, input.number)
      if (!unit) throw new Refusal('devices.unknown_number', { field: 'number' })
      const { kind, serial, model } = unit
      const device = await tx.device.create({
        data: {
          brand: grant.brand,
          subjectId: subjectOf(grant),
          unitId: unit.id,
          kind,
          serial,
          model,
          name: input.name || model,
        },
        select: { id: true },
      })
      await audit.record(tx, grant, deviceAdded(device.id))
      return device
    })
  } catch (fault) {
    if (isDuplicate(fault)) throw new Refusal('devices.already_bound', { field: 'number' })
    throw fault
  }
}

function findUnit(tx: Tx, brand: string, number: string) {
  return tx.deviceUnit.findFirst({
    where: { brand, OR: [{ serial: number.toUpperCase() }, { bindingCodeHash: sha256(number) }] },
  })
}
