import { v7 as uuid } from 'uuid'
import { type Grant, inScope, subjectOf, systemGrant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import type { BillShare } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { isDuplicate, type Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { isRecipientAllowed } from '#lib/recipients/index.ts'
import { bringToCheckout } from './bring-to-checkout.ts'
import { paymentStarted } from './events.ts'
import { agreeToKeeping } from './keeping-notice.ts'
import { UNDER_WAY } from './lifecycle.ts'
import { type OfferedMethod, offeredMethods } from './offered-methods.ts'
import { type PaymentRow, readPayment } from './payment-row.ts'
import { PROVIDER_OF, type StartPayment } from './schema.ts'
import { settlePayment } from './settle-payment.ts'
import { type Basket, sharesOf } from './shares-of.ts'
import { writeShares } from './write-shares.ts'

const ATTEMPTS = 4

/** The mailed link by which somebody pays. */
interface PayLink {
  readonly linkId: string
}

/**
 * Begins to pay what is open of a bill, a part of it, or several bills at once: answers the provider's page to send the
 * person to. A checkout that is open already for the same is used again, so that two clicks, tabs or devices share one;
 * one for another amount is closed first. What is owed is the bills'; the provider is called outside of any transaction.
 * @throws Refusal `billing.not_found`, `payments.nothing_to_pay`, `payments.amount_wrong`, `payments.amount_too_high`,
 *   `payments.currencies_differ`, `payments.method_not_offered`, `payments.recipient_refused`, `payments.under_way`,
 *   `consents.text_changed`, `payments.amount_too_small`, `payments.amount_not_possible`, `payments.provider_unavailable`, `payments.provider_refused`, `payments.provider_silent`
 */
export async function startPayment(
  grant: Grant<'payments:pay'>,
  input: StartPayment,
  link?: PayLink,
): Promise<{ redirectTo: string; paymentId: string }> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const basket = await sharesOf(grant, input)
    const methods = offeredMethods(getManifest(grant.brand), basket.currency)
    const offered = methods.find(({ method }) => method === input.method)
    if (!offered) throw new Refusal('payments.method_not_offered')
    await refuseWithheld(grant, offered)
    await refuseWhileUnderWay(grant, basket, input)
    const begun = await beginPayment(grant, basket, { ...input, linkId: link?.linkId ?? null })
    const redirectTo = begun && (await bringToCheckout(begun))
    if (redirectTo) return { redirectTo, paymentId: begun.payment.id }
  }
  throw new Refusal('payments.provider_unavailable')
}

/** Who is told of a payment must not be somebody whom the person refused (ENB-05, WBP-09). */
async function refuseWithheld(grant: Grant<'payments:pay'>, { recipients }: OfferedMethod): Promise<void> {
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  await inScope(grant, async (tx) => {
    for (const { key } of recipients)
      if (!(await isRecipientAllowed(tx, of, key))) throw new Refusal('payments.recipient_refused')
  })
}

/** Money that is on its way by another method, or by a kept card, may be all that is owed: a second payment waits until that is known. */
async function refuseWhileUnderWay(
  grant: Grant<'payments:pay'>,
  { shares }: Basket,
  { method, billId }: StartPayment,
): Promise<void> {
  const bills = shares.map((share) => share.billId)
  const others = await inScope(
    grant,
    (tx) => tx.$queryRaw<{ id: string; brand: string; subjectId: string | null }[]>`
      SELECT DISTINCT p.id, p.brand, p.subject_id AS "subjectId" FROM payment_share s JOIN payment p ON p.id = s.payment_id
      WHERE s.bill_id = ANY(${bills}::uuid[]) AND (
        p.way = 'saved' AND p.state IN ('created', 'pending', 'unknown')
        OR NOT (p.method = ${method} AND p.bill_id = ${billId}::uuid) AND p.provider_ref IS NOT NULL
           AND p.state IN ('pending', 'unknown'))`,
  )
  for (const { id, brand, subjectId } of others) {
    const own = systemGrant('payments.start', 'payments:settle', { brand, subject: subjectId })
    const { state } = await settlePayment(own, id)
    if (state === 'failed' || state === 'abandoned') continue
    throw new Refusal(state === 'succeeded' ? 'payments.nothing_to_pay' : 'payments.under_way')
  }
}

interface Asked extends StartPayment {
  readonly linkId: string | null
}

interface Begun {
  readonly payment: PaymentRow
  readonly fresh: boolean
  /** Whether it is for the same as was asked for now. */
  readonly same: boolean
}

/** The payment under way for the bill and method, or a new one; null where another request was quicker. */
async function beginPayment(grant: Grant<'payments:pay'>, basket: Basket, input: Asked): Promise<Begun | null> {
  try {
    return await inScope(grant, async (tx) => {
      const present = await tx.payment.findFirst({
        where: {
          brand: grant.brand,
          billId: input.billId,
          method: input.method,
          way: { not: 'saved' },
          state: { in: [...UNDER_WAY] },
        },
        select: { id: true },
      })
      const id = present?.id ?? (await createPayment(tx, grant, basket, input))
      const payment = await readPayment(tx, id)
      return payment && { payment, fresh: !present, same: !present || isSame(payment, basket, input) }
    })
  } catch (fault) {
    if (isDuplicate(fault)) return null
    throw fault
  }
}

/** Only the person themselves, signed in, and only of a card: whoever pays by a mailed link keeps nothing. */
function keepsCard({ method, keepCard, linkId }: Asked): boolean {
  return linkId === null && method === 'card' && keepCard === true
}

// Whoever came by a link comes back to that link, and whoever is signed in to their bill: these are two checkouts.
function isSame(payment: PaymentRow, { shares }: Basket, input: Asked): boolean {
  const written = (all: readonly BillShare[]) => all.map(({ billId, amountMinor }) => `${billId} ${amountMinor}`).join()
  const alike = payment.payLinkId === input.linkId && payment.keepCard === keepsCard(input)
  return alike && written(payment.shares) === written(shares)
}

async function createPayment(
  tx: Tx,
  grant: Grant<'payments:pay'>,
  { shares, currency }: Basket,
  input: Asked,
): Promise<string> {
  const payment = { id: uuid(), brand: grant.brand, subjectId: subjectOf(grant) }
  const keepCard = keepsCard(input)
  if (keepCard) await agreeToKeeping(tx, grant, input)
  await tx.payment.create({
    data: {
      ...payment,
      billId: input.billId,
      provider: PROVIDER_OF[input.method],
      method: input.method,
      way: input.linkId ? 'link' : 'checkout',
      payLinkId: input.linkId,
      keepCard,
      amountMinor: shares.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
      currency,
      locale: input.locale,
      createdAt: clock.now(),
    },
    select: { id: true },
  })
  await writeShares(tx, payment, shares)
  await audit.record(tx, grant, paymentStarted(payment.id, input))
  return payment.id
}
