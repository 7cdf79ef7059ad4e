import { type HeldBy, type HeldQuery, type HeldRow, type Holding, readInBatches } from '#lib/personal-data/index.ts'
import { addDays } from '#lib/platform/calendar/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { toDecimalText } from '#lib/platform/money/index.ts'

/**
 * The person's bills, their lines and credit notes. The law asks to keep them; anonymised, nothing in them points to the
 * person. More time and instalments concern the person alone, and go with them.
 */
export const billsHeld: Holding = {
  shape: 'bill',
  models: ['Bill', 'BillLine', 'CreditNote', 'BillExtension', 'Arrangement', 'Instalment', 'PayLink'],
  byDay: true,
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'bill' AS shape, NULL AS category, count(*) AS rows, max(issued_on)::timestamptz AS newest
    FROM bill WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: page,
  all: (tx, of) => readInBatches((query) => page(tx, of, query)),
  async erase(tx, of, { end, olderThan, keptUntil }) {
    const where: Prisma.BillWhereInput = {
      brand: of.brand,
      subjectId: of.subject,
      ...(olderThan ? { issuedOn: { lt: olderThan } } : {}),
    }
    const bills = (await tx.bill.findMany({ where, select: { id: true } })).map(({ id }) => id)
    await tx.billExtension.deleteMany({ where: { billId: { in: bills } } })
    await tx.arrangement.deleteMany({ where: { billId: { in: bills } } })
    await tx.payLink.deleteMany({ where: { billId: { in: bills } } })
    if (end === 'erase') {
      await tx.creditNote.deleteMany({ where: { bill: where } })
      await tx.billLine.deleteMany({ where: { bill: where } })
      const { count } = await tx.bill.deleteMany({ where })
      return { erased: count, anonymised: 0, kept: 0 }
    }
    await tx.billLine.updateMany({ where: { bill: where }, data: { subjectId: null, meterId: null } })
    await tx.creditNote.updateMany({ where: { bill: where }, data: { subjectId: null, keptUntil: keptUntil ?? null } })
    const { count } = await tx.bill.updateMany({ where, data: { subjectId: null, keptUntil: keptUntil ?? null } })
    return { erased: 0, anonymised: count, kept: 0 }
  },
  async removeKept(tx, brand, now) {
    const where = { brand, subjectId: null, keptUntil: { lte: now } }
    await tx.creditNote.deleteMany({ where: { bill: where } })
    await tx.billLine.deleteMany({ where: { bill: where } })
    const { count } = await tx.bill.deleteMany({ where })
    return count
  },
}

async function page(tx: Tx, of: HeldBy, query: HeldQuery): Promise<HeldRow[]> {
  const { limit, before, from, to } = query
  const rows = await tx.bill.findMany({
    where: {
      brand: of.brand,
      subjectId: of.subject,
      ...(before
        ? { issuedOn: { lte: before.at }, OR: [{ issuedOn: { lt: before.at } }, { id: { lt: before.id } }] }
        : {}),
      AND: [{ issuedOn: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } }],
    },
    orderBy: [{ issuedOn: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  const later = await readLater(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    at: row.issuedOn,
    values: {
      number: row.number ?? '',
      period: `${day(row.periodStart)}/${addDays(day(row.periodEnd), -1)}`,
      amount: toDecimalText(row.totalMinor, row.currency),
      currency: row.currency,
      issued_on: day(row.issuedOn),
      due_on: day(row.dueOn),
      state: row.state,
      ...later(row.id, row.currency),
    },
  }))
}

interface Later {
  billId: string
  creditNote: string | null
  until: string | null
  /** The day and the minor units of each instalment. */
  parts: string[]
  /** Until when a mailed link to pay it works. */
  linkUntil: Date | null
}

/** What became of bills later, asked at once: credit notes, more time and instalments, in words of the export. */
async function readLater(tx: Tx, bills: readonly string[]) {
  const rows = await tx.$queryRaw<Later[]>`
    SELECT b.id AS "billId", n.number AS "creditNote", e.until::text AS until,
           ARRAY(SELECT i.due_on::text || ' ' || i.amount_minor
                 FROM arrangement a JOIN instalment i ON i.arrangement_id = a.id
                 WHERE a.bill_id = b.id ORDER BY a.agreed_at, i.position) AS parts,
           (SELECT max(expires_at) FROM pay_link WHERE bill_id = b.id AND revoked_at IS NULL) AS "linkUntil"
    FROM bill b
    LEFT JOIN credit_note n ON n.bill_id = b.id
    LEFT JOIN bill_extension e ON e.bill_id = b.id
    WHERE b.id = ANY(${[...bills]}::uuid[])`
  return (billId: string, currency: string) => {
    const later = rows.find((row) => row.billId === billId)
    const parts = (later?.parts ?? []).map((part) => {
      const [dueOn = '', minor = '0'] = part.split(' ')
      return `${dueOn} ${toDecimalText(BigInt(minor), currency)}`
    })
    return {
      credit_note: later?.creditNote ?? null,
      extended_to: later?.until ?? null,
      instalments: parts.join(', ') || null,
      link_until: later?.linkUntil ?? null,
    }
  }
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}
