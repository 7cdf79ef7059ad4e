import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import type { PaymentState } from '#lib/payments/schema.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { cardName } from './card-name.ts'
import { nextChargeDay } from './charge-moment.ts'
import type { CollectionState } from './schema.ts'

/** A kept card, as far as it may be shown. */
export interface KeptCard {
  readonly id: string
  /** `Visa •••• 4242` */
  readonly name: string
  /** `2029-04` */
  readonly expires: string
  readonly lapsed: boolean
  readonly keptSince: Date
}

/** The order to pay bills by a kept card. */
export interface AutopayOrder {
  readonly cardId: string
  readonly limitMinor: bigint | null
  readonly currency: string
  readonly daysBefore: number
  readonly agreedAt: Date
  readonly stoppedAt: Date | null
  readonly stoppedWhy: string | null
}

/** An open bill that the order concerns, and how far it has come with it. */
export interface PlannedBill {
  readonly billId: string
  readonly number: string
  readonly currency: string
  readonly openMinor: bigint
  /** Null before the person was told of a charge. */
  readonly state: CollectionState | null
  readonly failure: string | null
  /** The day of the next charge; null where none is made. */
  readonly day: string | null
}

/** One attempt to take a bill from a kept card. */
export interface ChargeAttempt {
  readonly id: string
  readonly billId: string
  readonly number: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly state: PaymentState
  readonly failure: string | null
  readonly createdAt: Date
}

export interface Means {
  readonly cards: readonly KeptCard[]
  readonly order: AutopayOrder | null
  readonly bills: readonly PlannedBill[]
  readonly attempts: readonly ChargeAttempt[]
}

const MOST = 24

/** The person's kept cards, their order, the bills that it concerns and what was tried; in four statements. */
export async function readMeans(grant: Grant<'cards:view'>): Promise<Means> {
  const of = { brand: grant.brand, subjectId: subjectOf(grant) }
  const { zone } = getManifest(grant.brand)
  const month = localDay(clock.now(), zone).slice(0, 7)
  return inScope(grant, async (tx) => {
    const cards = await tx.savedCard.findMany({ where: { ...of, removedAt: null }, orderBy: { createdAt: 'asc' } })
    const found = await tx.autopay.findFirst({ where: of })
    const order = found && { ...found, cardId: found.savedCardId }
    return {
      cards: cards.map(({ id, expires, createdAt: keptSince, ...card }) => ({
        id,
        name: cardName(card),
        expires,
        lapsed: expires < month,
        keptSince,
      })),
      order,
      bills: order ? await readBills(tx, of, order) : [],
      attempts: await readAttempts(tx, of),
    }
  })
}

type Of = { readonly brand: string; readonly subjectId: string }

async function readBills(tx: Tx, { brand, subjectId }: Of, order: AutopayOrder): Promise<PlannedBill[]> {
  const { zone } = getManifest(brand)
  const rows = await tx.$queryRaw<(PlannedBill & { nextAt: Date | null; payableOn: string })[]>`
    SELECT b.id AS "billId", b.number, b.currency, e.open AS "openMinor", c.state, c.failure, c.next_at AS "nextAt",
           b.payable_on::text AS "payableOn"
    FROM bill b
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(amount_minor), 0)::bigint AS open FROM ledger_entry
      WHERE bill_id = b.id AND account = 'receivable'
    ) e
    LEFT JOIN collection c ON c.bill_id = b.id
    WHERE b.brand = ${brand} AND b.subject_id = ${subjectId}::uuid
      AND b.state IN ('issued', 'due', 'part_paid', 'overdue') AND e.open > 0
      AND (c.bill_id IS NOT NULL OR b.payable_on >= (${order.agreedAt}::timestamptz AT TIME ZONE ${zone})::date)
    ORDER BY b.payable_on, b.id LIMIT ${MOST}`
  const { daysBefore, stoppedAt } = order
  return rows.map(({ nextAt, payableOn, ...bill }) => {
    const stopped = stoppedAt && !nextAt
    return { ...bill, day: stopped ? null : nextChargeDay(brand, { state: bill.state, nextAt, payableOn, daysBefore }) }
  })
}

function readAttempts(tx: Tx, { brand, subjectId }: Of): Promise<ChargeAttempt[]> {
  return tx.$queryRaw<ChargeAttempt[]>`
    SELECT p.id, p.bill_id AS "billId", b.number, p.amount_minor AS "amountMinor", p.currency, p.state, p.failure,
           p.created_at AS "createdAt"
    FROM payment p JOIN bill b ON b.id = p.bill_id
    WHERE p.brand = ${brand} AND p.subject_id = ${subjectId}::uuid AND p.way = 'saved'
    ORDER BY p.created_at DESC, p.id DESC LIMIT ${MOST}`
}
