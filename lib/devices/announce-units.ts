import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { deviceCode } from './device-code.ts'
import { unitsAnnounced } from './events.ts'
import type { AnnounceUnits } from './schema.ts'

type Unit = AnnounceUnits['units'][number]

/** A unit that the brand's people may bind now, with what its QR picture has to say. */
export interface AnnouncedUnit {
  readonly status: 'stored' | 'duplicate'
  readonly code: string
}

/**
 * Makes devices known that leave the factory, so that whoever holds one can bind it, and answers with the code to be
 * printed on each. Idempotent: the same unit again gets the same code; the same number with another kind or model is
 * refused and changes nothing. Two statements for any number.
 */
export async function announceUnits(
  grant: Grant<'intake:write'>,
  { units }: AnnounceUnits,
): Promise<(AnnouncedUnit | Refusal)[]> {
  const { brand } = grant
  const bindable = new Set<string>(getManifest(brand).deviceKinds.flatMap(({ key, bindable }) => (bindable ? key : [])))
  const sound = units.filter(({ kind }) => bindable.has(kind))
  return inScope(grant, async (tx) => {
    const data = sound.map((unit) => ({ brand, ...unit, bindingCodeHash: sha256(deviceCode(brand, unit.serial)) }))
    const made = await tx.deviceUnit.createManyAndReturn({ data, skipDuplicates: true, select: { serial: true } })
    const held = await tx.deviceUnit.findMany({
      where: { brand, serial: { in: sound.map(({ serial }) => serial) } },
      select: { serial: true, kind: true, model: true },
    })
    await audit.record(tx, grant, unitsAnnounced(made.length))
    const fresh = new Set(made.map(({ serial }) => serial))
    const known = new Map(held.map((unit) => [unit.serial, unit]))
    return units.map((unit) => answer(unit, bindable, known.get(unit.serial), fresh, brand))
  })
}

function answer(
  { kind, serial, model }: Unit,
  bindable: ReadonlySet<string>,
  known: Omit<Unit, 'id'> | undefined,
  fresh: Set<string>,
  brand: string,
): AnnouncedUnit | Refusal {
  if (!bindable.has(kind)) return new Refusal('devices.kind_not_bindable')
  if (known?.kind !== kind || known.model !== model) return new Refusal('devices.number_taken')
  // Of the same unit twice in one batch, the first is the one that was stored.
  return { status: fresh.delete(serial) ? 'stored' : 'duplicate', code: deviceCode(brand, serial) }
}
