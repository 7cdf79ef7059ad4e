import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { PAYABLE_STATES } from '#lib/billing/schema.ts'
import { getManifest } from '#lib/brands/index.ts'
import type { PaymentState } from '#lib/payments/schema.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { cardName } from './card-name.ts'
import { isConcerned, type Plan, planOf } from './plan-of.ts'
import { selectCircumstances } from './read-circumstances.ts'

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
export interface PlannedBill extends Plan {
  readonly billId: string
  readonly number: string
  readonly currency: string
  readonly openMinor: bigint
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

async function readBills(tx: Tx, { brand, subjectId }: Of, { agreedAt }: AutopayOrder): Promise<PlannedBill[]> {
  const found = await selectCircumstances(
    tx,
    Prisma.sql`b.brand = ${brand} AND b.subject_id = ${subjectId}::uuid AND b.state IN (${Prisma.join([...PAYABLE_STATES])})`,
  )
  return found
    .filter((bill) => bill.openMinor > 0n && isConcerned(bill, agreedAt))
    .map((bill) => {
      const { billId, number, currency, openMinor } = bill
      return { billId, number, currency, openMinor, ...planOf(bill) }
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
