import { acknowledgeAnnouncement, listTold } from '#lib/announcements/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { consentHistory, decideConsent, getReceipt, honourSignal, listConsents } from '#lib/consents/index.ts'
import { answerChange, findMyChange } from '#lib/controller-changes/index.ts'
import { listDeliveries } from '#lib/deliveries/index.ts'
import { listPhones } from '#lib/devices/index.ts'
import { contestRecord } from '#lib/inventory/index.ts'
import { acceptPolicy, entryPolicy, policyAcceptance } from '#lib/policies/index.ts'
import { acknowledgeRecipient, countOpenAsks, decideRecipient, listRecipients } from '#lib/recipients/index.ts'
import {
  getRequest,
  listRequests,
  openRequest,
  proveValue,
  sendValueCode,
  showIdentity,
  withdrawRequest,
  writeMessage,
} from '#lib/requests/index.ts'
import { nobodys, type Probes, recordCategory, visitor } from './probe.ts'

const firstOptional = (brand: string) => getManifest(brand).purposes.find(({ kind }) => kind === 'optional')?.key ?? ''

export const rightsProbes = {
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
  'consents:honour-signal': { aims: {}, own: { honourSignal: (grant) => honourSignal(grant, 'en') } },
  'consents:leave-list': {
    aims: {},
    own: {
      decideConsent: (grant) =>
        decideConsent(grant, { purpose: firstOptional(grant.brand), decision: 'refused', locale: 'en' }),
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
} satisfies Partial<Probes>
