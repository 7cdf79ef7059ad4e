'use server'

import { arrangeBill, extendBill } from '#lib/billing/index.ts'
import { ArrangeBill, ExtendBill } from '#lib/billing/schema.ts'
import { payByCredit, payOutCredit, startPayment } from '#lib/payments/index.ts'
import { PayByCredit, PayOutCredit, StartPayment } from '#lib/payments/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const startPaymentAction = defineAction({
  permission: 'payments:pay',
  input: StartPayment,
  limit: { times: 30, minutes: 10 },
  async run(grant, input) {
    const { redirectTo } = await startPayment(grant, input)
    return { redirectTo }
  },
})

/** More time for a bill, once. */
export const extendBillAction = defineAction({
  permission: 'bills:pay-later',
  input: ExtendBill,
  limit: { times: 30, minutes: 60 },
  async run(grant, input) {
    await extendBill(grant, input)
    return { redirectTo: `/${grant.brand}/me/bills/${input.billId}` }
  },
})

/** Instalments for what is open of a bill. */
export const arrangeBillAction = defineAction({
  permission: 'bills:pay-later',
  input: ArrangeBill,
  limit: { times: 30, minutes: 60 },
  async run(grant, input) {
    await arrangeBill(grant, input)
    return { redirectTo: `/${grant.brand}/me/bills/${input.billId}` }
  },
})

export const payByCreditAction = defineAction({
  permission: 'payments:pay',
  input: PayByCredit,
  limit: { times: 30, minutes: 10 },
  async run(grant, input) {
    await payByCredit(grant, input)
    return { redirectTo: `/${grant.brand}/me/bills/${input.billId}` }
  },
})

export const payOutCreditAction = defineAction({
  permission: 'credit:pay-out',
  input: PayOutCredit,
  limit: { times: 10, minutes: 60 },
  returnTo: (brand) => `/${brand}/me/bills`,
  async run(grant, input) {
    await payOutCredit(grant, input)
    return { redirectTo: `/${grant.brand}/me/bills?done=paid_out` }
  },
})
