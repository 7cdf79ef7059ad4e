import { getManifest } from '#lib/brands/index.ts'
import { type HeldBy, type HeldQuery, type HeldRow, type Holding, readInBatches } from '#lib/personal-data/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { readIdentifiers } from './names/read-identifiers.ts'
import { tombstoneAccount } from './tombstone-account.ts'

/** What the account was opened with: one row, by the fields that the brand's manifest names. */
export const registrationHeld: Holding = {
  shape: 'registration',
  models: ['Account', 'SignInIdentifier', 'GuardianConsent'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'registration' AS shape, NULL AS category, count(*) AS rows, max(created_at) AS newest
    FROM account WHERE brand = ${brand} AND id = ${subject}::uuid`,
  list: (tx, of, query, reveal) => registration(tx, of, query, reveal),
  async *all(tx, of) {
    yield* await registration(tx, of, { limit: 1 }, true)
  },
  async erase(tx, of, { olderThan }) {
    if (olderThan) return { erased: 0, anonymised: 0, kept: 0 }
    const erased = await tx.account.count({ where: { id: of.subject, brand: of.brand, erasedAt: null } })
    await tx.guardianConsent.deleteMany({ where: { brand: of.brand, subjectId: of.subject } })
    await tombstoneAccount(tx, of)
    return { erased, anonymised: 0, kept: 0 }
  },
}

async function registration(tx: Tx, of: HeldBy, query: HeldQuery, reveal: boolean): Promise<HeldRow[]> {
  const account = await tx.account.findFirst({ where: { id: of.subject, brand: of.brand } })
  if (!account || !isAsked(account.createdAt, query)) return []
  const manifest = getManifest(of.brand)
  const identifiers = await readIdentifiers(tx, of.brand, of.subject)
  const values: Record<string, string | Date | null> = {
    ...Object.fromEntries(identifiers.map(({ kind, value }) => [kind, value])),
    birth_date: account.birthDate?.toISOString().slice(0, 10) ?? null,
    language: account.locale,
    registered_at: account.createdAt,
    entry_app: manifest.entryApps.find((app) => app.key === account.cameThrough)?.name ?? null,
  }
  const fields = manifest.categories.find(({ key }) => key === of.category)?.fields ?? []
  const shown = Object.fromEntries(
    fields.map(({ key, sensitive }) => [key, sensitive && !reveal ? null : (values[key] ?? null)]),
  )
  return [{ id: account.id, at: account.createdAt, values: shown }]
}

function isAsked(at: Date, { before, from, to }: HeldQuery): boolean {
  return !before && (!from || at >= from) && (!to || at < to)
}

/** When and from where somebody signed in or tried to, and the sessions that came of it. */
export const signInsHeld: Holding = {
  shape: 'sign_in_log',
  models: ['SignInEvent', 'Session'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'sign_in_log' AS shape, NULL AS category, count(*) AS rows, max(occurred_at) AS newest
    FROM sign_in_event WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  overdue: ({ brand }, olderThan) => Prisma.sql`
    SELECT DISTINCT subject_id FROM sign_in_event WHERE brand = ${brand} AND occurred_at < ${olderThan}`,
  list: (tx, of, query) => signIns(tx, of, query),
  all: (tx, of) => readInBatches((query) => signIns(tx, of, query)),
  async erase(tx, of, { olderThan }) {
    const where = { brand: of.brand, subjectId: of.subject }
    const { count } = await tx.signInEvent.deleteMany({
      where: olderThan ? { ...where, occurredAt: { lt: olderThan } } : where,
    })
    // A session that is still open is older than nothing.
    await tx.session.deleteMany({ where: olderThan ? { ...where, expiresAt: { lt: olderThan } } : where })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}

async function signIns(tx: Tx, of: HeldBy, query: HeldQuery): Promise<HeldRow[]> {
  const { before, from, to } = query
  const rows = await tx.signInEvent.findMany({
    where: {
      brand: of.brand,
      subjectId: of.subject,
      AND: [
        before ? { occurredAt: { lte: before.at } } : {},
        before ? { OR: [{ occurredAt: { lt: before.at } }, { id: { lt: before.id } }] } : {},
        from ? { occurredAt: { gte: from } } : {},
        to ? { occurredAt: { lt: to } } : {},
      ],
    },
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    take: query.limit,
  })
  return rows.map((row) => ({
    id: row.id,
    at: row.occurredAt,
    values: {
      signed_in_at: row.occurredAt,
      ip_address: row.ip,
      client: row.client,
      method: row.method,
      outcome: row.outcome,
    },
  }))
}
