import { z } from 'zod'
import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import type { DeviceView } from './schema.ts'

/** A bound device of this person; null for any other. */
export async function findDevice(grant: Grant<'devices:view'>, id: string): Promise<DeviceView | null> {
  if (!z.uuid().safeParse(id).success) return null
  return inScope(grant, (tx) =>
    tx.device.findFirst({
      where: { id, brand: grant.brand, subjectId: subjectOf(grant), revokedAt: null },
      select: { id: true, kind: true, name: true, model: true, serial: true, boundAt: true, lastSeenAt: true },
    }),
  )
}
