import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import type { LedgerKind } from '#lib/ledger/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'

/** One business fact in a person's account with the brand. */
export interface StatementEntry {
  readonly id: string
  readonly at: Date
  readonly kind: LedgerKind
  readonly billId: string | null
  readonly number: string | null
  /** What was added to what the person owes, or taken off it where it is negative. */
  readonly amountMinor: bigint
  /** What the person owes after it; negative where credit is held for them. */
  readonly balanceMinor: bigint
}

/** A person's account in one currency over one year, each figure the fold of the ledger's entries. */
export interface Statement {
  readonly currency: string
  readonly year: number
  readonly openingMinor: bigint
  readonly closingMinor: bigint
  /** Of the closing balance what is open of bills, and what is held as credit. */
  readonly openMinor: bigint
  readonly creditMinor: bigint
  readonly entries: readonly StatementEntry[]
}

/** What concerns a person in the books: what they owe, and what is held for them or promised back. */
const OWN_ACCOUNTS = Prisma.sql`('receivable', 'customer_credit')`

/** The years of a person's account, newest first, in the brand's zone. */
export interface StatementYears {
  readonly years: readonly number[]
  readonly statements: readonly Statement[]
}

/**
 * A person's account over a year: the balance at its beginning, every fact that changed it, and the balance after each;
 * one statement a currency, all from entries of the ledger, in three statements of SQL.
 */
export async function readStatement(
  grant: Grant<'bills:view'>,
  { year: asked }: { year?: number | undefined },
): Promise<StatementYears> {
  const { zone } = getManifest(grant.brand)
  const of = { brand: grant.brand, subject: subjectOf(grant), zone }
  return inScope(grant, async (tx) => {
    const years = await readYears(tx, of)
    const year = years.find((one) => one === asked) ?? years[0]
    if (year === undefined) return { years, statements: [] }
    const [sums, entries] = [await readSums(tx, of, year), await readEntries(tx, of, year)]
    return { years, statements: sums.map((sum) => statementOf(sum, year, entries)) }
  })
}

interface Of {
  readonly brand: string
  readonly subject: string
  readonly zone: string
}

async function readYears(tx: Tx, { brand, subject, zone }: Of): Promise<number[]> {
  const rows = await tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM at AT TIME ZONE ${zone})::int AS year FROM ledger_transaction
    WHERE brand = ${brand} AND subject_id = ${subject}::uuid ORDER BY year DESC`
  return rows.map(({ year }) => year)
}

interface Sums {
  readonly currency: string
  readonly openingMinor: bigint
  readonly openMinor: bigint
  readonly creditMinor: bigint
}

const yearStart = (year: number, zone: string) =>
  Prisma.sql`(make_date(${year}::int, 1, 1)::timestamp AT TIME ZONE ${zone})`

function readSums(tx: Tx, { brand, subject, zone }: Of, year: number): Promise<Sums[]> {
  const before = Prisma.sql`t.at < ${yearStart(year + 1, zone)}`
  return tx.$queryRaw`
    SELECT e.currency,
           coalesce(sum(amount_minor) FILTER (WHERE t.at < ${yearStart(year, zone)}), 0)::bigint AS "openingMinor",
           coalesce(sum(amount_minor) FILTER (WHERE ${before} AND account = 'receivable'), 0)::bigint AS "openMinor",
           coalesce(-sum(amount_minor) FILTER (WHERE ${before} AND account = 'customer_credit'), 0)::bigint AS "creditMinor"
    FROM ledger_entry e JOIN ledger_transaction t ON t.id = e.transaction_id
    WHERE e.brand = ${brand} AND e.subject_id = ${subject}::uuid AND account IN ${OWN_ACCOUNTS}
    GROUP BY e.currency ORDER BY e.currency`
}

type Fact = Omit<StatementEntry, 'balanceMinor'> & { readonly currency: string }

/** Facts that leave what is owed as it is (credit that pays a bill) are shown, too: they explain the bills. */
function readEntries(tx: Tx, { brand, subject, zone }: Of, year: number): Promise<Fact[]> {
  return tx.$queryRaw`
    SELECT t.id, t.at, t.kind, e.currency, sum(e.amount_minor)::bigint AS "amountMinor",
           min(e.bill_id::text) AS "billId", min(b.number) AS number
    FROM ledger_transaction t
    JOIN ledger_entry e ON e.transaction_id = t.id AND e.account IN ${OWN_ACCOUNTS}
    LEFT JOIN bill b ON b.id = e.bill_id
    WHERE t.brand = ${brand} AND t.subject_id = ${subject}::uuid
      AND t.at >= ${yearStart(year, zone)} AND t.at < ${yearStart(year + 1, zone)}
    GROUP BY t.id, t.at, t.kind, e.currency ORDER BY t.at, t.id`
}

function statementOf(
  { currency, openingMinor, openMinor, creditMinor }: Sums,
  year: number,
  facts: readonly Fact[],
): Statement {
  let balanceMinor = openingMinor
  const entries = facts
    .filter((fact) => fact.currency === currency)
    .map(({ currency: _, ...fact }) => {
      balanceMinor += fact.amountMinor
      return { ...fact, balanceMinor }
    })
  return { currency, year, openingMinor, closingMinor: balanceMinor, openMinor, creditMinor, entries }
}
