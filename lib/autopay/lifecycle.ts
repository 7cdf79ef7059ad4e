import type { CollectionState } from './schema.ts'

/**
 * From which state collecting a bill may come to which. Money that moved always counts, also after it was given up; a
 * change of the order plans anew what had not been tried.
 */
export const COLLECTION_TRANSITIONS: Readonly<Record<CollectionState, readonly CollectionState[]>> = {
  announced: ['announced', 'charging', 'skipped'],
  charging: ['waiting', 'needs_person', 'given_up', 'skipped', 'done'],
  waiting: ['announced', 'charging', 'given_up', 'skipped', 'done'],
  needs_person: ['done'],
  given_up: ['done'],
  skipped: ['done'],
  done: [],
}

export function mayBecome(from: CollectionState, to: CollectionState): boolean {
  return COLLECTION_TRANSITIONS[from].includes(to)
}
