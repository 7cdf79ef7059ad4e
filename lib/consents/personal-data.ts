import { getManifest } from '#lib/brands/index.ts'
import { type HeldBy, type HeldQuery, type HeldRow, type Holding, readInBatches } from '#lib/personal-data/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'

interface Row {
  id: string
  at: Date
  purpose: string
  decision: string
  notice: string
}

/**
 * What the person decided and which policy they accepted: the proof that the law asks for. An erasure keeps these rows,
 * which say nothing about who the person was once the account is a tombstone, until the brand's time for them is over.
 */
export const consentsHeld: Holding = {
  shape: 'consent',
  models: ['ConsentRecord', 'PolicyAcceptance'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'consent' AS shape, NULL AS category, count(*) AS rows, max(at) AS newest FROM (
      SELECT decided_at AS at FROM consent_record WHERE brand = ${brand} AND subject_id = ${subject}::uuid
      UNION ALL
      SELECT accepted_at FROM policy_acceptance WHERE brand = ${brand} AND subject_id = ${subject}::uuid
    ) AS decided`,
  list: (tx, of, query) => page(tx, of, query),
  all: (tx, of) => readInBatches((query) => page(tx, of, query)),
  async erase(tx, of, { olderThan, keptUntil }) {
    const erased = keptUntil ? 0 : await removeOfErased(tx, of, olderThan)
    const where = { brand: of.brand, subjectId: of.subject }
    const kept = (await tx.consentRecord.count({ where })) + (await tx.policyAcceptance.count({ where }))
    return { erased, anonymised: 0, kept }
  },
  async removeKept(tx, brand, now) {
    const days = getManifest(brand).categories.find(({ shape }) => shape === 'consent')?.retention.days
    if (days === undefined) return 0
    const erasedBefore = new Date(now.getTime() - days * 86_400_000)
    const gone = Prisma.sql`SELECT id FROM account WHERE brand = ${brand} AND state = 'erased' AND erased_at < ${erasedBefore}`
    return (
      (await tx.$executeRaw`DELETE FROM consent_record WHERE brand = ${brand} AND subject_id IN (${gone})`) +
      (await tx.$executeRaw`DELETE FROM policy_acceptance WHERE brand = ${brand} AND subject_id IN (${gone})`)
    )
  },
}

// The database lets these rows go only once the account was erased.
async function removeOfErased(tx: Tx, of: HeldBy, olderThan: Date | undefined): Promise<number> {
  const erased = await tx.account.count({ where: { id: of.subject, brand: of.brand, state: 'erased' } })
  if (erased === 0) return 0
  const where = { brand: of.brand, subjectId: of.subject }
  const before = olderThan ? { lt: olderThan } : undefined
  const consents = await tx.consentRecord.deleteMany({ where: before ? { ...where, decidedAt: before } : where })
  const acceptances = await tx.policyAcceptance.deleteMany({ where: before ? { ...where, acceptedAt: before } : where })
  return consents.count + acceptances.count
}

async function page(tx: Tx, of: HeldBy, query: HeldQuery): Promise<HeldRow[]> {
  const { before, from, to } = query
  const rows = await tx.$queryRaw<Row[]>`
    SELECT * FROM (
      SELECT id, decided_at AS at, purpose, decision, notice_version AS notice
      FROM consent_record WHERE brand = ${of.brand} AND subject_id = ${of.subject}::uuid
      UNION ALL
      SELECT id, accepted_at, 'policy', 'accepted', version
      FROM policy_acceptance WHERE brand = ${of.brand} AND subject_id = ${of.subject}::uuid
    ) AS decided
    WHERE true
      ${before ? Prisma.sql`AND at <= ${before.at} AND (at < ${before.at} OR id < ${before.id}::uuid)` : Prisma.empty}
      ${from ? Prisma.sql`AND at >= ${from}` : Prisma.empty}
      ${to ? Prisma.sql`AND at < ${to}` : Prisma.empty}
    ORDER BY at DESC, id DESC LIMIT ${query.limit}`
  return rows.map(({ id, at, purpose, decision, notice }) => ({
    id,
    at,
    values: { purpose, decision, decided_at: at, notice },
  }))
}
