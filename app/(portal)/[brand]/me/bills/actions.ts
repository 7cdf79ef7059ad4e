'use server'

import { arrangeBill, extendBill, revokePayLinks } from '#lib/billing/index.ts'
import { ArrangeBill, ExtendBill, ShareBill } from '#lib/billing/schema.ts'
import { payByCredit, payOutCredit, sendPayLink, startPayment } from '#lib/payments/index.ts'
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

/** Mails the person a link by which the bill is paid without signing in. */
export const sendPayLinkAction = defineAction({
  permission: 'bills:share',
  input: ShareBill,
  limit: { times: 6, minutes: 60 },
  async run(grant, input) {
    await sendPayLink(grant, input)
    return { message: 'bills.share.sent' }
  },
})

export const revokePayLinksAction = defineAction({
  permission: 'bills:share',
  input: ShareBill,
  async run(grant, input) {
    await revokePayLinks(grant, input)
    return { message: 'bills.share.ended' }
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
