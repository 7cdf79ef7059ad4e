import type { Prisma, Tx } from '#lib/platform/database/index.ts'
import { MAY_COME_FROM } from './lifecycle.ts'
import type { ExportState } from './schema.ts'

/** Moves an export into a state; false where the table of transitions does not allow it from where it is. */
export async function moveExport(
  tx: Tx,
  exportId: string,
  state: ExportState,
  data: Omit<Prisma.ExportUpdateManyMutationInput, 'state'> = {},
): Promise<boolean> {
  const { count } = await tx.export.updateMany({
    where: { id: exportId, state: { in: [...MAY_COME_FROM[state]] } },
    data: { ...data, state },
  })
  return count === 1
}
