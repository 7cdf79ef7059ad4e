import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { isDuplicate, type Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { isDeviceCode, readDeviceCode } from './device-code.ts'
import { deviceAdded } from './events.ts'
import type { AddDevice } from './schema.ts'

/**
 * Binds a device to the person by the code of its QR picture or the number printed on it (ECH-05, WBP-04).
 * @throws Refusal `devices.code_forged`, `devices.code_foreign`, `devices.unknown_number` where the brand made no such
 *   device, `devices.already_yours`, `devices.already_bound` where it is bound to another person
 */
export async function addDevice(grant: Grant<'devices:add'>, input: AddDevice): Promise<{ id: string }> {
  const { number } = input
  const vouched = isDeviceCode(number) ? readDeviceCode(grant.brand, number) : null
  const subjectId = subjectOf(grant)
  try {
    return await inScope(grant, async (tx) => {
      const unit = await findUnit(tx, grant.brand, number, vouched)
      if (!unit) throw new Refusal('devices.unknown_number', { field: 'number' })
      const own = { brand: grant.brand, subjectId, unitId: unit.id }
      const bound = await tx.device.findFirst({ where: { ...own, revokedAt: null }, select: { id: true } })
      if (bound) throw new Refusal('devices.already_yours', { field: 'number' })
      const { kind, serial, model } = unit
      const device = await tx.device.create({
        data: { ...own, kind, serial, model, name: input.name || model },
        select: { id: true },
      })
      await audit.record(tx, grant, deviceAdded(device.id))
      return device
    })
  } catch (fault) {
    if (!isDuplicate(fault)) throw fault
    // A second click is as quick as another person.
    const own = await inScope(grant, (tx) => findBound(tx, grant, input.number, vouched))
    throw new Refusal(own ? 'devices.already_yours' : 'devices.already_bound', { field: 'number' })
  }
}

async function findBound(tx: Tx, grant: Grant<'devices:add'>, number: string, vouched: string | null) {
  const unit = await findUnit(tx, grant.brand, number, vouched)
  const own = { brand: grant.brand, subjectId: subjectOf(grant), revokedAt: null }
  return unit && tx.device.findFirst({ where: { ...own, unitId: unit.id }, select: { id: true } })
}

function findUnit(tx: Tx, brand: string, number: string, vouched: string | null) {
  if (vouched !== null) return tx.deviceUnit.findUnique({ where: { brand_serial: { brand, serial: vouched } } })
  return tx.deviceUnit.findFirst({
    where: { brand, OR: [{ serial: number.toUpperCase() }, { bindingCodeHash: sha256(number) }] },
  })
}
