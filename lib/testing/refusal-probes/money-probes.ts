import { chooseReminders, readNotices } from '#lib/arrears/index.ts'
import { autopayNotice, readMeans, removeCard, setAutopay, stopAutopay } from '#lib/autopay/index.ts'
import {
  arrangeBill,
  extendBill,
  getBill,
  listBills,
  listOpenBills,
  readStatement,
  revokePayLinks,
} from '#lib/billing/index.ts'
import { listPush, unsubscribePush } from '#lib/notifications/index.ts'
import { setBudget } from '#lib/outlook/index.ts'
import {
  listPayments,
  payByCredit,
  payOutCredit,
  sendPayLink,
  settleReturned,
  startPayment,
} from '#lib/payments/index.ts'
import { acceptFee, continuePaid } from '#lib/requests/index.ts'
import type { Probes } from './probe.ts'

export const moneyProbes = {
  'bills:view': {
    aims: {
      getBill: (grant, { rows }) => getBill(grant, rows.bill),
      listPayments: (grant, { rows }) => listPayments(grant, { billId: rows.bill }),
    },
    own: {
      readStatement: (grant) => readStatement(grant, {}),
      listBills: (grant) => listBills(grant, { limit: 50 }),
      listOpenBills: (grant) => listOpenBills(grant),
    },
  },
  'notices:view': {
    aims: {},
    own: { readNotices: (grant) => readNotices(grant), listPush: (grant) => listPush(grant) },
  },
  'notices:choose': {
    aims: { unsubscribePush: (grant, { rows }) => unsubscribePush(grant, { subscriptionId: rows.subscription }) },
    own: { chooseReminders: (grant) => chooseReminders(grant, { reminders: 'on' }) },
  },
  'bills:share': {
    aims: {
      sendPayLink: (grant, { rows }) => sendPayLink(grant, { billId: rows.bill }),
      revokePayLinks: (grant, { rows }) => revokePayLinks(grant, { billId: rows.bill }),
    },
    own: {},
  },
  'bills:pay-later': {
    aims: {
      extendBill: (grant, { rows }) => extendBill(grant, { billId: rows.bill }),
      arrangeBill: (grant, { rows }) => arrangeBill(grant, { billId: rows.bill, instalments: 2 }),
    },
    own: {},
  },
  'budgets:set': {
    aims: {},
    own: { setBudget: (grant) => setBudget(grant, { amount: '12' }) },
  },
  'payments:view': {
    aims: {
      listPayments: (grant, { rows }) => listPayments(grant, { billId: rows.bill }),
      settleReturned: (grant, { rows }) => settleReturned(grant, { billId: rows.bill, paymentId: rows.payment }),
    },
    own: {},
  },
  'payments:pay': {
    aims: {
      startPayment: (grant, { rows }) => startPayment(grant, { billId: rows.bill, method: 'card', locale: 'en' }),
      acceptFee: (grant, { rows }) => acceptFee(grant, { request: rows.feeRequest }),
      continuePaid: (grant, { rows }) => continuePaid(grant, { request: rows.paidRequest }),
      payByCredit: (grant, { rows }) => payByCredit(grant, { billId: rows.bill }),
    },
    own: {},
  },
  'cards:view': { aims: {}, own: { readMeans: (grant) => readMeans(grant) } },
  'cards:remove': { aims: { removeCard: (grant, { rows }) => removeCard(grant, { cardId: rows.card }) }, own: {} },
  'autopay:set': {
    aims: {
      setAutopay: (grant, { rows }) =>
        setAutopay(grant, {
          cardId: rows.card,
          daysBefore: 0,
          locale: 'en',
          shown: autopayNotice('en').hash.toString('hex'),
        }),
    },
    own: {},
  },
  'autopay:stop': { aims: {}, own: { stopAutopay: (grant) => stopAutopay(grant) } },
  'credit:pay-out': { aims: {}, own: { payOutCredit: (grant) => payOutCredit(grant, { currency: 'EUR' }) } },
} satisfies Partial<Probes>
