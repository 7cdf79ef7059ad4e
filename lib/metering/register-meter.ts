import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { meterRegistered } from './events.ts'
import type { MeterRef } from './meter.ts'
import { RegisterMeter, UNIT_OF } from './schema.ts'

/**
 * Puts a meter at a supply point of the person, making the supply point when there is none of that name for the
 * utility. Registering the same meter again answers the one that is there.
 * @throws Refusal `metering.serial_taken` where the brand's meter of that number is somebody else's
 */
export async function registerMeter(
  grant: Grant<'intake:write' | 'demo:seed'>,
  input: RegisterMeter,
): Promise<MeterRef> {
  const wanted = RegisterMeter.parse(input)
  const { brand } = grant
  const subjectId = subjectOf(grant)
  return inScope(grant, async (tx) => {
    const known = await findMeter(tx, brand, wanted.serial)
    if (known && known.subjectId !== subjectId) throw new Refusal('metering.serial_taken')
    if (known) return { id: known.id, brand, subjectId, zone: known.supplyPoint.zone }
    const supplyPointId = await supplyPointOf(tx, brand, subjectId, wanted)
    const { id } = await tx.meter.create({
      data: {
        brand,
        subjectId,
        supplyPointId,
        serial: wanted.serial,
        utility: wanted.utility,
        unit: wanted.unit ?? UNIT_OF[wanted.utility],
        deviceId: wanted.deviceId ?? null,
        ...(wanted.installedAt ? { installedAt: wanted.installedAt } : {}),
      },
      select: { id: true },
    })
    await audit.record(tx, grant, meterRegistered(id))
    return { id, brand, subjectId, zone: wanted.zone }
  })
}

function findMeter(tx: Tx, brand: string, serial: string) {
  return tx.meter.findUnique({
    where: { brand_serial: { brand, serial } },
    select: { id: true, subjectId: true, supplyPoint: { select: { zone: true } } },
  })
}

async function supplyPointOf(tx: Tx, brand: string, subjectId: string, wanted: RegisterMeter): Promise<string> {
  const place = { brand, subjectId, utility: wanted.utility, name: wanted.supplyPoint, zone: wanted.zone }
  const known = await tx.supplyPoint.findFirst({ where: place, select: { id: true } })
  return (known ?? (await tx.supplyPoint.create({ data: place, select: { id: true } }))).id
}
