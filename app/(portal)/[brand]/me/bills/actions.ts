'use server'

import { arrangeBill, extendBill } from '#lib/billing/index.ts'
import { ArrangeBill, ExtendBill } from '#lib/billing/schema.ts'
import { startPayment } from '#lib/payments/index.ts'
import { StartPayment } from '#lib/payments/schema.ts'
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
