import type { Grant } from '#lib/access/index.ts'

/** The member of staff who marks, or takes it back. */
export function memberOf({ actor }: Grant<'transfers:mark'>): string {
  if (actor.kind !== 'staff') throw new Error('only staff mark a transfer')
  return actor.id
}
