import type { Prisma, Tx } from '#lib/platform/database/index.ts'
import { drawRequestNumber } from './request-number.ts'

/** Of a thousand million numbers one that is taken is rarely drawn, and next to never twice. */
const DRAWS = 5

/**
 * Stores a request under a number that no other of its brand has. Whether one is taken is for the database to know: the
 * role of a person sees their own alone.
 */
export async function storeRequest(
  tx: Tx,
  data: Omit<Prisma.RightsRequestCreateManyInput, 'number'> & { readonly id: string },
): Promise<void> {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const number = drawRequestNumber()
    const { count } = await tx.rightsRequest.createMany({ data: { ...data, number }, skipDuplicates: true })
    if (count === 1) return
  }
  throw new Error(`no number for the request ${data.id} was free`)
}
