/** Whose rows they are. */
export interface Owner {
  readonly brand: string
  readonly subjectId: string
}

export const DAY = new Date('2026-10-01T00:00:00Z')
export const LATER = new Date('2026-10-31T00:00:00Z')
