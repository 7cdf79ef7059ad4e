import type { Grant, PERMISSIONS, Permission } from '#lib/access/index.ts'
import { acknowledgeAnnouncement, listTold } from '#lib/announcements/index.ts'
import { chooseReminders, readNotices } from '#lib/arrears/index.ts'
import { listAccesses } from '#lib/audit/index.ts'
import { arrangeBill, extendBill, getBill, listBills, listOpenBills, readStatement } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { consentHistory, decideConsent, getReceipt, honourSignal, listConsents } from '#lib/consents/index.ts'
import { answerChange, findMyChange } from '#lib/controller-changes/index.ts'
import { listDeliveries } from '#lib/deliveries/index.ts'
import {
  addDevice,
  addDeviceByPicture,
  findDevice,
  listDevices,
  listPhones,
  permitUse,
  renameDevice,
  revokeDevice,
} from '#lib/devices/index.ts'
import { buildExport, listExports, openExport, requestExport } from '#lib/exports/index.ts'
import {
  changePassword,
  confirmByCode,
  confirmByPassword,
  endOtherSessions,
  endSession,
  finishIdentifierChange,
  listLatestSignIns,
  listSessions,
  removeIdentifier,
} from '#lib/identity/index.ts'
import {
  contestRecord,
  correctRecord,
  deleteCategory,
  deleteRange,
  deleteRecord,
  listCategories,
  listRecords,
  revealRecord,
} from '#lib/inventory/index.ts'
import { RecordsQuery } from '#lib/inventory/schema.ts'
import { listChargingSessions, listMeters, usageByDay } from '#lib/metering/index.ts'
import { listPush, unsubscribePush } from '#lib/notifications/index.ts'
import { compareTariffs, forecastBill, readWatch, setBudget } from '#lib/outlook/index.ts'
import {
  listCredit,
  listPayments,
  payByCredit,
  payOutCredit,
  settleReturned,
  startPayment,
} from '#lib/payments/index.ts'
import { acceptPolicy, entryPolicy, policyAcceptance } from '#lib/policies/index.ts'
import { editProfile, readProfile, setLocale } from '#lib/profile/index.ts'
import { acknowledgeRecipient, countOpenAsks, decideRecipient, listRecipients } from '#lib/recipients/index.ts'
import {
  acceptFee,
  continuePaid,
  getRequest,
  listRequests,
  openRequest,
  proveValue,
  sendValueCode,
  showIdentity,
  withdrawRequest,
  writeMessage,
} from '#lib/requests/index.ts'
import { cancelAccount, findClosing, undoCancel } from '#lib/retention/index.ts'
import { readStorage } from '#lib/transfers/index.ts'
import { addUpload, findAvatar, openUpload, stripPlace } from '#lib/uploads/index.ts'
import type { FullPerson } from './full-person.ts'

type Table = typeof PERMISSIONS

/** Permissions by which somebody reaches the rows of a person: bound to one by row-level security, or held by people. */
export type PersonPermission = {
  [P in Permission]: Table[P]['reach'] extends 'subject' ? P : 'person' extends Table[P]['holders'][number] ? P : never
}[Permission]

type Attempt<P extends Permission> = (grant: Grant<P>, victim: FullPerson) => Promise<unknown>

/**
 * How a permission's verbs are turned against somebody else's rows.
 * `aims` names the victim's rows and must come to "not found" or to nothing; `own` cannot name anything and must bring
 * back nothing of the victim.
 */
export interface Probe<P extends Permission> {
  readonly aims: Readonly<Record<string, Attempt<P>>>
  readonly own: Readonly<Record<string, Attempt<P>>>
}

const visitor = { address: '192.0.2.9', client: 'test', locale: 'en', session: null } as const
const nobodys = '01890000-0000-7000-8000-000000000000'
const firstOptional = (brand: string) => getManifest(brand).purposes.find(({ kind }) => kind === 'optional')?.key ?? ''
/** The category in which the victim's record lies: one whose records their person may delete. */
export const recordCategory = (brand: string) =>
  getManifest(brand).categories.find(({ shape, deletable }) => shape === 'record' && deletable)?.key ?? ''
/** Something typed for each field of that category that can be corrected by hand. */
const typedEditable = (brand: string) => {
  const category = getManifest(brand).categories.find(({ key }) => key === recordCategory(brand))
  const keys = category?.fields.flatMap(({ key, editable }) => (editable ? [key] : [])) ?? []
  return Object.fromEntries(keys.map((key) => [key, 'put right']))
}
const firstUse = (brand: string) => {
  const [permission] = getManifest(brand).permissions
  return { permission: permission?.key ?? '', use: permission?.uses[0]?.key ?? '' }
}
const query = (more: Record<string, unknown> = {}) => RecordsQuery.parse(more)

/** Exhaustive: a permission that is added without a probe does not compile. */
export const PROBES: { readonly [P in PersonPermission]: Probe<P> } = {
  'overview:view': {
    aims: {},
    own: {
      listDevices: (grant) => listDevices(grant),
      listConsents: (grant) => listConsents(grant, 'en'),
      policyAcceptance: (grant) => policyAcceptance(grant),
      listRequests: (grant) => listRequests(grant, { limit: 10 }),
      listAccesses: (grant) => listAccesses(grant, { limit: 10 }),
      listCategories: (grant) => listCategories(grant),
      listOpenBills: (grant) => listOpenBills(grant),
      listMeters: (grant) => listMeters(grant),
      findClosing: (grant) => findClosing(grant),
    },
  },
  'inventory:view': {
    aims: {},
    own: {
      listCategories: (grant) => listCategories(grant),
      listRecords: (grant) => listRecords(grant, recordCategory(grant.brand), query()),
      listUploads: (grant) => listRecords(grant, 'devices', query()),
      searchRecords: (grant, { marker }) => listRecords(grant, 'devices', query({ search: marker.slice(0, 20) })),
    },
  },
  'inventory:reveal': {
    aims: {
      revealRecord: (grant, { rows }) =>
        revealRecord(grant, recordCategory(grant.brand), query({ reveal: rows.record })),
    },
    own: {},
  },
  'inventory:delete': {
    aims: {
      deleteRecord: (grant, { rows }) =>
        deleteRecord(grant, { category: recordCategory(grant.brand), record: rows.record }),
    },
    own: {
      deleteRange: (grant) => deleteRange(grant, { category: recordCategory(grant.brand), from: '2000-01-01', to: '' }),
      deleteCategory: (grant) => deleteCategory(grant, { category: recordCategory(grant.brand), locale: 'en' }),
    },
  },
  'inventory:correct': {
    aims: {
      correctRecord: (grant, { rows }) =>
        correctRecord(grant, {
          category: recordCategory(grant.brand),
          record: rows.record,
          typed: typedEditable(grant.brand),
        }),
    },
    own: {},
  },
  'uploads:view': {
    aims: { openUpload: (grant, { rows }) => openUpload(grant, rows.upload, 'full') },
    own: {},
  },
  'uploads:add': {
    aims: {},
    own: {
      addUpload: (grant) =>
        addUpload(grant, { use: 'avatar', name: 'x.png', bytes: Buffer.from('no picture'), keepPlace: true }),
    },
  },
  'uploads:edit': {
    aims: { stripPlace: (grant, { rows }) => stripPlace(grant, { upload: rows.upload }) },
    own: {},
  },
  'profile:view': {
    aims: {},
    own: { readProfile: (grant) => readProfile(grant, 'en'), findAvatar: (grant) => findAvatar(grant) },
  },
  'profile:edit': {
    aims: {},
    own: {
      editProfile: (grant) => editProfile(grant, { nickname: 'somebody else' }),
      setLocale: (grant) => setLocale(grant, { locale: 'fr' }),
    },
  },
  'devices:view': {
    aims: { findDevice: (grant, { rows }) => findDevice(grant, rows.device) },
    own: { listDevices: (grant) => listDevices(grant), listPhones: (grant) => listPhones(grant) },
  },
  'devices:add': {
    aims: {},
    own: {
      addDevice: (grant, { marker }) => addDevice(grant, { number: `charger ${marker}`, name: '' }),
      addDeviceByPicture: (grant) => addDeviceByPicture(grant, { bytes: Buffer.from('no picture'), name: '' }),
    },
  },
  'devices:rename': {
    aims: { renameDevice: (grant, { rows }) => renameDevice(grant, { deviceId: rows.device, name: 'taken' }) },
    own: {},
  },
  'devices:revoke': {
    aims: { revokeDevice: (grant, { rows }) => revokeDevice(grant, { deviceId: rows.device }) },
    own: {},
  },
  'devices:permit': {
    aims: {
      permitUse: (grant, { rows }) =>
        permitUse(grant, { deviceId: rows.phone, ...firstUse(grant.brand), wanted: 'on', locale: 'en' }),
    },
    own: {},
  },
  'consents:view': {
    aims: { getReceipt: (grant, { rows }) => getReceipt(grant, rows.consent) },
    own: {
      listRecipients: (grant) => listRecipients(grant, 'en'),
      countOpenAsks: (grant) => countOpenAsks(grant),
      listDeliveries: (grant) => listDeliveries(grant, { limit: 50 }),
      listConsents: (grant) => listConsents(grant, 'en'),
      consentHistory: (grant) => consentHistory(grant, { limit: 50 }),
      policyAcceptance: (grant) => policyAcceptance(grant),
      entryPolicy: (grant) => entryPolicy(grant),
      listPhones: (grant) => listPhones(grant),
    },
  },
  'consents:decide': {
    aims: {},
    own: {
      decideRecipient: (grant) => decideRecipient(grant, { recipient: 'stripe', wanted: 'off', locale: 'en' }),
      acknowledgeRecipient: (grant) => acknowledgeRecipient(grant, { recipient: 'mail_carrier' }),
      decideConsent: (grant) =>
        decideConsent(grant, { purpose: firstOptional(grant.brand), decision: 'granted', locale: 'en' }),
    },
  },
  'policies:accept': {
    aims: {},
    own: { acceptPolicy: (grant) => acceptPolicy(grant, { version: '2.0', locale: 'en' }) },
  },
  'bills:view': {
    aims: {
      getBill: (grant, { rows }) => getBill(grant, rows.bill),
      listPayments: (grant, { rows }) => listPayments(grant, { billId: rows.bill }),
    },
    own: {
      readStatement: (grant) => readStatement(grant, {}),
      listBills: (grant) => listBills(grant, { limit: 50, closed: false }),
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
  'bills:pay-later': {
    aims: {
      extendBill: (grant, { rows }) => extendBill(grant, { billId: rows.bill }),
      arrangeBill: (grant, { rows }) => arrangeBill(grant, { billId: rows.bill, instalments: 2 }),
    },
    own: {},
  },
  'usage:view': {
    aims: {},
    own: {
      listMeters: (grant) => listMeters(grant),
      usageByDay: (grant) => usageByDay(grant, { month: '2026-10' }),
      listChargingSessions: (grant) => listChargingSessions(grant, { limit: 50 }),
      readWatch: (grant) => readWatch(grant),
      forecastBill: (grant) => forecastBill(grant),
      compareTariffs: (grant) => compareTariffs(grant),
    },
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
    own: { listCredit: (grant) => listCredit(grant) },
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
  'credit:pay-out': { aims: {}, own: { payOutCredit: (grant) => payOutCredit(grant, { currency: 'EUR' }) } },
  'exports:view': { aims: {}, own: { listExports: (grant) => listExports(grant) } },
  'exports:request': { aims: {}, own: { requestExport: (grant) => requestExport(grant) } },
  'exports:download': {
    aims: { openExport: (grant, { rows }) => openExport(grant, rows.readyExport) },
    own: {},
  },
  'consents:honour-signal': { aims: {}, own: { honourSignal: (grant) => honourSignal(grant, 'en') } },
  'consents:leave-list': {
    aims: {},
    own: {
      decideConsent: (grant) =>
        decideConsent(grant, { purpose: firstOptional(grant.brand), decision: 'refused', locale: 'en' }),
    },
  },
  'exports:build': {
    aims: { buildExport: (grant, { rows }) => buildExport(grant, rows.requestedExport) },
    own: {},
  },
  'account:view': {
    aims: {},
    own: {
      readStorage: (grant) => readStorage(grant),
      findClosing: (grant) => findClosing(grant),
      entryPolicy: (grant) => entryPolicy(grant),
    },
  },
  'account:cancel': { aims: {}, own: { cancelAccount: (grant) => cancelAccount(grant) } },
  'account:undo-cancel': { aims: {}, own: { undoCancel: (grant) => undoCancel(grant) } },
  'credentials:change': {
    aims: {},
    own: { changePassword: (grant) => changePassword(grant, { newPassword: 'correct horse battery staple' }) },
  },
  'identifiers:change': {
    aims: {},
    own: {
      finishIdentifierChange: (grant) => finishIdentifierChange(grant, { ticket: nobodys, code: '000000' }),
      removeIdentifier: (grant) => removeIdentifier(grant, { kind: 'email' }),
    },
  },
  'sessions:view': {
    aims: {},
    own: { listSessions: (grant) => listSessions(grant), listLatestSignIns: (grant) => listLatestSignIns(grant) },
  },
  'sessions:end': {
    aims: { endSession: (grant, { rows }) => endSession(grant, { sessionId: rows.session }) },
    own: { endOtherSessions: (grant) => endOtherSessions(grant) },
  },
  'sessions:step-up': {
    aims: {},
    own: {
      confirmByPassword: (grant) => confirmByPassword(grant, { password: 'not the password' }, visitor),
      confirmByCode: (grant) => confirmByCode(grant, { ticket: nobodys, code: '000000' }, visitor),
    },
  },
  'announcements:view': { aims: {}, own: { listTold: (grant) => listTold(grant) } },
  'announcements:acknowledge': {
    aims: {
      acknowledgeAnnouncement: (grant, { rows }) => acknowledgeAnnouncement(grant, { announcement: rows.announcement }),
    },
    own: {},
  },
  'controller-changes:answer': {
    aims: {},
    own: {
      findMyChange: (grant) => findMyChange(grant),
      answerChange: (grant) => answerChange(grant, { change: nobodys, answer: 'agreed' }),
    },
  },
  'access-ledger:view': { aims: {}, own: { listAccesses: (grant) => listAccesses(grant, { limit: 50 }) } },
  'requests:view': {
    aims: { getRequest: (grant, { rows }) => getRequest(grant, rows.request) },
    own: { listRequests: (grant) => listRequests(grant, { limit: 50 }) },
  },
  'requests:follow': {
    aims: {
      writeMessage: (grant, { rows }) => writeMessage(grant, { request: rows.request, text: 'and one more thing' }),
      withdrawRequest: (grant, { rows }) => withdrawRequest(grant, { request: rows.request }),
    },
    own: {},
  },
  'requests:prove-value': {
    aims: { sendValueCode: (grant, { rows }) => sendValueCode(grant, { request: rows.correction }, visitor) },
    own: { proveValue: (grant) => proveValue(grant, { ticket: nobodys, code: '000000' }) },
  },
  'requests:show-identity': {
    aims: { showIdentity: (grant, { rows }) => showIdentity(grant, { request: rows.request }) },
    own: {},
  },
  'requests:open': {
    aims: {
      contestRecord: (grant, { rows }) =>
        contestRecord(grant, { category: recordCategory(grant.brand), record: rows.record, reason: 'not so' }),
    },
    own: { openRequest: (grant) => openRequest(grant, { kind: 'access', text: 'what do you hold' }) },
  },
}
