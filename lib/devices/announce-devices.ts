import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'

/** A phone that a brand's app reports for a person. */
export interface AnnouncedDevice {
  /** The sender's own id for it. */
  readonly senderId: string
  readonly subjectId: string
  readonly kind: string
  readonly serial: string
  readonly name: string
  readonly seenAt: Date
}

type Announced = 'stored' | 'duplicate' | 'reused' | Refusal

/**
 * Notes devices that come to be known by an app and not by a code: phones. What has a code printed on it is bound by
 * the person who holds it (`addDevice`) and is refused here, so that no sender can give it to somebody. Idempotent by
 * the sender's id; two statements for any number. The caller writes the audit row.
 */
export async function announceDevices(
  grant: Grant<'intake:write'>,
  devices: readonly AnnouncedDevice[],
): Promise<Announced[]> {
  const kinds = getManifest(grant.brand).deviceKinds
  const announced = new Set(kinds.filter((kind) => !kind.bindable).map((kind) => kind.key as string))
  return inScope(grant, async (tx) => {
    const rows = devices.filter((device) => announced.has(device.kind))
    const stored = await insertNew(tx, grant.brand, rows)
    const known = await findKnown(
      tx,
      grant.brand,
      rows.map((row) => row.senderId),
    )
    return devices.map((device) => {
      if (!announced.has(device.kind)) return new Refusal('devices.kind_needs_code')
      if (known.get(device.senderId) !== contentOf(device)) return 'reused'
      // Of the same announcement twice in one batch, the first is the one that was stored.
      return stored.delete(device.senderId) ? 'stored' : 'duplicate'
    })
  })
}

const contentOf = ({ subjectId, kind, serial }: Pick<AnnouncedDevice, 'subjectId' | 'kind' | 'serial'>) =>
  JSON.stringify([subjectId, kind, serial])

async function insertNew(tx: Tx, brand: string, rows: readonly AnnouncedDevice[]): Promise<Set<string>> {
  const stored = await tx.device.createManyAndReturn({
    data: rows.map(({ subjectId, kind, serial, name, seenAt, senderId }) => ({
      brand,
      subjectId,
      kind,
      serial,
      model: '',
      name: name || kind,
      boundAt: seenAt,
      lastSeenAt: seenAt,
      senderId,
    })),
    skipDuplicates: true,
    select: { senderId: true },
  })
  return new Set(stored.flatMap((row) => row.senderId ?? []))
}

async function findKnown(tx: Tx, brand: string, senderIds: readonly string[]): Promise<Map<string, string>> {
  const held = await tx.device.findMany({
    where: { brand, senderId: { in: [...senderIds] } },
    select: { senderId: true, subjectId: true, kind: true, serial: true },
  })
  return new Map(held.flatMap((row) => (row.senderId === null ? [] : [[row.senderId, contentOf(row)]])))
}
