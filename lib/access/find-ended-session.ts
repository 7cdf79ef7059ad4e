import { database } from '#lib/platform/database/index.ts'

/** A session that opens nothing any more, whose cookie the browser still holds. */
export interface EndedSession {
  readonly id: string
  /** Null for staff. */
  readonly brand: string | null
  /** Whose it was: the person, or the member of staff. */
  readonly holder: string
}

/**
 * The session of which `findSessionActor` said that it is over: idle too long, too old, or ended from elsewhere. Null where
 * its person or member of staff could not sign in again. It is good for nothing but to know where they sign in, and to keep
 * what they were about to send until they did.
 */
export async function findEndedSession(id: string, tokenHash: Uint8Array): Promise<EndedSession | null> {
  const [row] = await database('system').$queryRaw<EndedSession[]>`
    SELECT s.id, s.brand, coalesce(s.staff_id, s.subject_id) AS holder FROM session s
    LEFT JOIN account a ON a.id = s.subject_id
    LEFT JOIN staff_member m ON m.id = s.staff_id AND m.disabled_at IS NULL
    WHERE s.id = ${id}::uuid AND s.token_hash = ${tokenHash}
      AND (m.id IS NOT NULL OR a.state IN ('active', 'closing'))`
  return row ?? null
}
