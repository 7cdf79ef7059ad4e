import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { deviceUseSwitched } from './events.ts'
import type { PermitUse } from './schema.ts'

/**
 * Allows or forbids one use of one permission on one phone (ENB-08, WBP-04). Off until it is allowed; the same answer
 * twice writes nothing.
 * @throws Refusal `devices.not_found` for a phone that is not the person's, or a use that the brand does not declare
 */
export async function permitUse(grant: Grant<'devices:permit'>, input: PermitUse): Promise<void> {
  const { deviceId, permission, use } = input
  const declared = getManifest(grant.brand).permissions.find(({ key }) => key === permission)
  if (!declared?.uses.some(({ key }) => key === use)) throw new Refusal('devices.not_found')
  const granted = input.wanted === 'on'
  await inScope(grant, async (tx) => {
    const of = { brand: grant.brand, subjectId: subjectOf(grant) }
    const phone = await tx.device.findFirst({
      where: { ...of, id: deviceId, kind: 'phone', revokedAt: null },
      select: { id: true },
    })
    if (!phone) throw new Refusal('devices.not_found')
    const key = { ...of, deviceId, permission, use }
    const before = await tx.devicePermission.findUnique({
      where: { brand_subjectId_deviceId_permission_use: key },
      select: { granted: true },
    })
    if ((before?.granted ?? false) === granted) return
    await tx.devicePermission.upsert({
      where: { brand_subjectId_deviceId_permission_use: key },
      create: { ...key, granted, changedAt: clock.now() },
      update: { granted, changedAt: clock.now() },
      select: { id: true },
    })
    await audit.record(tx, grant, deviceUseSwitched(deviceId, permission, use, granted))
  })
}
