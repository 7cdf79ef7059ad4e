import type { Grant } from '#lib/access/index.ts'

/** The member of staff who handles a request, and so answers for it from now on. */
export function handlerOf({
  actor,
}: Grant<'requests:queue' | 'requests:survey' | 'requests:handle' | 'requests:correct' | 'requests:erase'>): {
  readonly handlerId: string
} {
  if (actor.kind !== 'staff') throw new Error('only staff handle requests')
  return { handlerId: actor.id }
}
