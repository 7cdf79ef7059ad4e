import paypalSdk, { type PayPalRequest } from '@paypal/checkout-server-sdk'
import { z } from 'zod'
import { onlyDeclared } from '../declared-fields.ts'
import { fromPayPalValue, toPayPalValue } from './paypal-amount.ts'
import { askPayPal } from './paypal-client.ts'
import { payPalFault } from './paypal-fault.ts'
import { PayPalMoney, PayPalRefund, payPalRefunds, refundOf } from './paypal-refunds.ts'
import {
  AMOUNT_NOT_POSSIBLE,
  type Answer,
  answer,
  type CheckoutOutcome,
  type CheckoutRequest,
  type PaymentProvider,
  type PaymentRefs,
  type ProviderRefund,
} from './provider.ts'

const Order = z.object({
  id: z.string().min(1),
  status: z.string(),
  links: z.array(z.object({ rel: z.string(), href: z.string() })).default([]),
  purchase_units: z
    .array(
      z.object({
        payments: z
          .object({
            captures: z
              .array(
                z.object({
                  id: z.string(),
                  status: z.string(),
                  amount: PayPalMoney,
                  create_time: z.string().optional(),
                  seller_receivable_breakdown: z.object({ paypal_fee: PayPalMoney.optional() }).optional(),
                }),
              )
              .default([]),
            refunds: z.array(PayPalRefund).default([]),
          })
          .optional(),
      }),
    )
    .default([]),
})
type Order = z.output<typeof Order>

/** PayPal Orders v2: the person approves there, we collect afterwards. A PayPal-Request-Id is known for six hours. */
export const paypal: PaymentProvider = {
  ...payPalRefunds,
  listRefunds,
  key: 'paypal',
  keyLifetimeMinutes: 5 * 60,
  async createCheckout(request) {
    const body = orderBody(request)
    if (!body) return AMOUNT_NOT_POSSIBLE
    return answer(async () => {
      const order = await ask(new paypalSdk.orders.OrdersCreateRequest(), request.paymentId, body)
      const link = order.links.find(({ rel }) => rel === 'approve' || rel === 'payer-action')
      if (!link) throw new Error('no page to approve on')
      return { ref: order.id, url: link.href }
    }, payPalFault)
  },
  async fetchOutcome(ref) {
    const found = await answer(
      async () => outcomeOf(await ask(new paypalSdk.orders.OrdersGetRequest(ref))),
      payPalFault,
    )
    // An order that was not collected in time is gone, and no money with it.
    return found.ok || found.fault.code !== 'invalid_resource_id' ? found : { ok: true, value: { kind: 'expired' } }
  },
  async capture(ref, paymentId) {
    const request = new paypalSdk.orders.OrdersCaptureRequest(ref)
    const taken = await answer(async () => outcomeOf(await ask(request, `${paymentId}-capture`, {})), payPalFault)
    // Somebody was quicker: what the order came to is what counts.
    return taken.ok || taken.fault.code !== 'order_already_captured' ? taken : paypal.fetchOutcome(ref)
  },
}

/** The order nests every refund of what was collected for it. */
async function listRefunds({ providerRef }: PaymentRefs): Promise<Answer<ProviderRefund[]>> {
  return answer(async () => {
    const order = await ask(new paypalSdk.orders.OrdersGetRequest(providerRef))
    return order.purchase_units.flatMap((unit) => (unit.payments?.refunds ?? []).map(refundOf))
  }, payPalFault)
}

async function ask(request: PayPalRequest, key?: string, body?: object): Promise<Order> {
  if (key) request.headers['PayPal-Request-Id'] = key
  if (body) {
    request.headers.Prefer = 'return=representation'
    request.body = body
  }
  return Order.parse(await askPayPal(request))
}

/** Null where PayPal cannot take the amount exactly. */
function orderBody(request: CheckoutRequest) {
  const value = toPayPalValue(request.amountMinor, request.currency)
  if (value === null) return null
  const payload = {
    intent: 'CAPTURE',
    purchase_units: [
      {
        reference_id: request.paymentId,
        // Unique for each attempt: PayPal refuses a number that money was collected for before.
        invoice_id: `${request.billNumber.slice(0, 100)}-${request.paymentId.slice(-8)}`,
        custom_id: request.paymentId,
        amount: { currency_code: request.currency, value },
      },
    ],
    application_context: { return_url: request.returnUrl, cancel_url: request.cancelUrl },
  }
  return onlyDeclared(payload, request.sends)
}

/** States of a capture whose money came, whatever went back of it since. */
const TAKEN: readonly string[] = ['COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED']

function outcomeOf(order: Order): CheckoutOutcome {
  const captures = order.purchase_units.flatMap((unit) => unit.payments?.captures ?? [])
  const capture = captures.find(({ status }) => TAKEN.includes(status)) ?? captures.at(-1)
  if (!capture) {
    if (order.status === 'APPROVED') return { kind: 'approved' }
    if (order.status === 'VOIDED') return { kind: 'expired' }
    return order.status === 'COMPLETED' ? { kind: 'pending' } : { kind: 'open' }
  }
  if (capture.status === 'DECLINED' || capture.status === 'FAILED')
    return { kind: 'failed', code: `capture_${capture.status.toLowerCase()}` }
  // What PayPal may add to its states is not money yet.
  if (!TAKEN.includes(capture.status)) return { kind: 'pending' }
  const { currency_code: currency, value } = capture.amount
  const at = capture.create_time ? new Date(capture.create_time) : new Date(0)
  const fee = capture.seller_receivable_breakdown?.paypal_fee
  return {
    kind: 'captured',
    captureId: capture.id,
    amountMinor: fromPayPalValue(value, currency),
    currency,
    at,
    ...(fee && fee.currency_code === currency ? { feeMinor: fromPayPalValue(fee.value, currency) } : {}),
  }
}
