import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import type { DeviceView } from './schema.ts'

/** The devices bound now, newest first. A person has few; there is no paging. */
export async function listDevices(
  grant: Grant<'devices:view' | 'overview:view' | 'inventory:view'>,
): Promise<DeviceView[]> {
  return inScope(grant, (tx) =>
    tx.device.findMany({
      where: { brand: grant.brand, subjectId: subjectOf(grant), revokedAt: null },
      orderBy: [{ boundAt: 'desc' }, { id: 'desc' }],
      take: 200,
      select: { id: true, kind: true, name: true, model: true, serial: true, boundAt: true, lastSeenAt: true },
    }),
  )
}
