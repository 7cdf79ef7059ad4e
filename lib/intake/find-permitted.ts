import type { Tx } from '#lib/platform/database/index.ts'

/** Which of the people of a batch may be written about, and to what they said yes. */
export interface Permitted {
  isActive(subjectId: string): boolean
  consents(subjectId: string, purpose: string): boolean
}

/**
 * Holds the accounts of a batch until it is stored, so that one which is being erased at the same time is either
 * erased with these records or refuses them, and reads the consents that its categories need (WEA-01): the newest
 * decision of each purpose is in force.
 */
export async function findPermitted(
  tx: Tx,
  brand: string,
  of: { readonly subjects: readonly string[]; readonly purposes: readonly string[] },
): Promise<Permitted> {
  const active = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM account
    WHERE brand = ${brand} AND id = ANY(${of.subjects}::uuid[]) AND state = 'active' ORDER BY id FOR SHARE`
  const granted = of.purposes.length > 0 ? await grantedAmong(tx, brand, of) : []
  const activeIds = new Set(active.map((row) => row.id))
  const consents = new Set(granted.map((row) => `${row.subject_id} ${row.purpose}`))
  return {
    isActive: (subjectId) => activeIds.has(subjectId),
    consents: (subjectId, purpose) => consents.has(`${subjectId} ${purpose}`),
  }
}

function grantedAmong(
  tx: Tx,
  brand: string,
  { subjects, purposes }: { readonly subjects: readonly string[]; readonly purposes: readonly string[] },
) {
  return tx.$queryRaw<{ subject_id: string; purpose: string }[]>`
    SELECT subject_id, purpose FROM (
      SELECT DISTINCT ON (subject_id, purpose) subject_id::text AS subject_id, purpose, decision
      FROM consent_record
      WHERE brand = ${brand} AND subject_id = ANY(${subjects}::uuid[]) AND purpose = ANY(${purposes}::text[])
      ORDER BY subject_id, purpose, decided_at DESC, id DESC
    ) newest WHERE decision = 'granted'`
}
