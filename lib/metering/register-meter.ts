import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { meterRegistered, meterReplaced } from './events.ts'
import type { MeterRef } from './meter.ts'
import { RegisterMeter, UNIT_OF } from './schema.ts'

/**
 * Puts a meter at a supply point of the person, making the supply point when there is none of that name for the
 * utility. Registering the same meter again answers the one that is there. One that replaces another ends that one's time;
 * what both measured is shown as one.
 * @throws Refusal `metering.serial_taken` where the brand's meter of that number is somebody else's,
 *   `metering.not_replaceable` where the person has no meter of the same utility and unit to be replaced
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
        direction: wanted.direction,
        registerLimit: wanted.registerLimit ?? null,
        deviceId: wanted.deviceId ?? null,
        ...(wanted.installedAt ? { installedAt: wanted.installedAt } : {}),
      },
      select: { id: true },
    })
    await audit.record(tx, grant, meterRegistered(id))
    if (wanted.replaces) await replace(tx, grant, { id, ...wanted, replaces: wanted.replaces })
    return { id, brand, subjectId, zone: wanted.zone }
  })
}

interface Replacement extends Pick<RegisterMeter, 'utility' | 'unit' | 'installedAt'> {
  readonly id: string
  readonly replaces: string
}

async function replace(tx: Tx, grant: Grant, { id, replaces, utility, unit, installedAt }: Replacement): Promise<void> {
  const of = { brand: grant.brand, subjectId: subjectOf(grant) }
  const old = await tx.meter.findFirst({
    where: { ...of, serial: replaces, utility, unit: unit ?? UNIT_OF[utility], removedAt: null, id: { not: id } },
    select: { id: true },
  })
  if (!old) throw new Refusal('metering.not_replaceable')
  const removedAt = installedAt ?? clock.now()
  await tx.meter.update({ where: { id: old.id }, data: { removedAt, replacedById: id }, select: { id: true } })
  // A meter that was itself a replacement hands its forerunners on, so that one step leads to the one in use.
  await tx.meter.updateMany({ where: { ...of, replacedById: old.id }, data: { replacedById: id } })
  await audit.record(tx, grant, meterReplaced(old.id))
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
