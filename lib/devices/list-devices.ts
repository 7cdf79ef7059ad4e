import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'

/** A bound device as its owner sees it. */
export interface DeviceView {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly model: string
  readonly serial: string
  readonly boundAt: Date
  readonly lastSeenAt: Date | null
}

/** The devices bound now, newest first. A person has few; there is no paging. */
export async function listDevices(grant: Grant<'devices:view' | 'overview:view'>): Promise<DeviceView[]> {
  return inScope(grant, (tx) =>
    tx.device.findMany({
      where: { brand: grant.brand, subjectId: subjectOf(grant), revokedAt: null },
      orderBy: [{ boundAt: 'desc' }, { id: 'desc' }],
      take: 200,
      select: { id: true, kind: true, name: true, model: true, serial: true, boundAt: true, lastSeenAt: true },
    }),
  )
}
