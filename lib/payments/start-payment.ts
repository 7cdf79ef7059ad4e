import { v7 as uuid } from 'uuid'
import { type Grant, inScope, subjectOf, systemGrant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { type BillView, getBill } from '#lib/billing/index.ts'
import { isPayable } from '#lib/billing/schema.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { isDuplicate, type Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { isRecipientAllowed } from '#lib/recipients/index.ts'
import { convergePayment } from './converge-payment.ts'
import { paymentStarted } from './events.ts'
import { UNDER_WAY } from './lifecycle.ts'
import { type OfferedMethod, offeredMethods } from './offered-methods.ts'
import { openCheckout } from './open-checkout.ts'
import { type PaymentRow, readPayment } from './payment-row.ts'
import type { ProviderFault } from './providers/provider.ts'
import { returnPath } from './return-path.ts'
import { PROVIDER_OF, type StartPayment } from './schema.ts'
import { settlePayment } from './settle-payment.ts'

const ATTEMPTS = 4

/**
 * Begins to pay what is open of a bill: answers the provider's page to send the person to. A checkout that is open
 * already for the bill and the way to pay is used again, so that two clicks, tabs or devices share one. The amount is
 * the bill's; the provider is called outside of any transaction.
 * @throws Refusal `billing.not_found`, `payments.nothing_to_pay`, `payments.method_not_offered`, `payments.recipient_refused`,
 *   `payments.under_way`,
 *   `payments.provider_unavailable`, `payments.provider_refused`, `payments.provider_silent`
 */
export async function startPayment(
  grant: Grant<'payments:pay'>,
  input: StartPayment,
): Promise<{ redirectTo: string; paymentId: string }> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const bill = await getBill(grant, input.billId)
    if (!isPayable(bill.state) || bill.openMinor <= 0n) throw new Refusal('payments.nothing_to_pay')
    const methods = offeredMethods(getManifest(grant.brand), bill.currency)
    const offered = methods.find(({ method }) => method === input.method)
    if (!offered) throw new Refusal('payments.method_not_offered')
    await refuseWithheld(grant, offered)
    await refuseWhileUnderWay(grant, input)
    const begun = await beginPayment(grant, bill, input)
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

/** Money that is on its way by another method may be all that is owed: a second payment waits until that is known. */
async function refuseWhileUnderWay(grant: Grant<'payments:pay'>, { billId, method }: StartPayment): Promise<void> {
  const others = await inScope(grant, (tx) =>
    tx.payment.findMany({
      where: {
        brand: grant.brand,
        billId,
        method: { not: method },
        state: { in: ['pending', 'unknown'] },
        providerRef: { not: null },
      },
      select: { id: true, brand: true, subjectId: true },
    }),
  )
  for (const { id, brand, subjectId } of others) {
    const own = systemGrant('payments.start', 'payments:settle', { brand, subject: subjectId })
    const { state } = await settlePayment(own, id)
    if (state === 'failed' || state === 'abandoned') continue
    throw new Refusal(state === 'succeeded' ? 'payments.nothing_to_pay' : 'payments.under_way')
  }
}

interface Begun {
  readonly payment: PaymentRow
  readonly fresh: boolean
}

/** The payment under way for the bill and method, or a new one; null where another request was quicker. */
async function beginPayment(grant: Grant<'payments:pay'>, bill: BillView, input: StartPayment): Promise<Begun | null> {
  try {
    return await inScope(grant, async (tx) => {
      const present = await tx.payment.findFirst({
        where: { brand: grant.brand, billId: bill.id, method: input.method, state: { in: [...UNDER_WAY] } },
        select: { id: true },
      })
      const id = present?.id ?? (await createPayment(tx, grant, bill, input))
      const payment = await readPayment(tx, id)
      return payment && { payment, fresh: !present }
    })
  } catch (fault) {
    if (isDuplicate(fault)) return null
    throw fault
  }
}

async function createPayment(
  tx: Tx,
  grant: Grant<'payments:pay'>,
  bill: BillView,
  input: StartPayment,
): Promise<string> {
  const id = uuid()
  await tx.payment.create({
    data: {
      id,
      brand: grant.brand,
      subjectId: subjectOf(grant),
      billId: bill.id,
      provider: PROVIDER_OF[input.method],
      method: input.method,
      amountMinor: bill.openMinor,
      currency: bill.currency,
      locale: input.locale,
      createdAt: clock.now(),
    },
    select: { id: true },
  })
  await audit.record(tx, grant, paymentStarted(id, input.method))
  return id
}

/** The provider's page for the payment; null where it came to its end meanwhile and a new one is needed. */
async function bringToCheckout({ payment, fresh }: Begun): Promise<string | null> {
  const own = systemGrant('payments.start', 'payments:settle', { brand: payment.brand, subject: payment.subjectId })
  if (!payment.providerRef) {
    const opened = await openCheckout(own, payment)
    if (opened.ok) return opened.value.url
    if (fresh || opened.fault.kind === 'unavailable') throw refusalFor(opened.fault)
    // Asked twice under one key and no checkout: nobody was ever sent to one, so a new attempt may begin.
    await convergePayment(own, payment.id, { kind: 'expired', code: opened.fault.code })
    return null
  }
  const { state, fault } = await settlePayment(own, payment.id)
  if (state === 'created' && payment.checkoutUrl) return payment.checkoutUrl
  if (state === 'succeeded') return returnPath(payment.brand, payment.billId, payment.id)
  if (state === 'pending' || state === 'unknown') throw fault ? refusalFor(fault) : new Refusal('payments.under_way')
  return null
}

function refusalFor({ kind }: ProviderFault): Refusal {
  switch (kind) {
    case 'unavailable':
      return new Refusal('payments.provider_unavailable')
    case 'unknown':
      return new Refusal('payments.provider_silent')
    case 'declined':
    case 'rejected':
      return new Refusal('payments.provider_refused')
  }
}
