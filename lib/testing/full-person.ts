import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { issueGrant } from '#lib/access/index.ts'
import { requestApproval } from '#lib/approvals/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { seal, sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { startSupportOperation } from '#lib/support/index.ts'
import { createTestPerson, createTestStaff, type TestPerson } from './people.ts'

/** A person with at least one row in every table that holds people, and a word that stands in all of their texts. */
export interface FullPerson extends TestPerson {
  readonly marker: string
  /** Ids of their rows, by what they are. */
  readonly rows: Readonly<Record<RowName, string>>
}

type RowName =
  | 'session'
  | 'device'
  | 'phone'
  | 'record'
  | 'upload'
  | 'requestedExport'
  | 'readyExport'
  | 'request'
  | 'correction'
  | 'feeRequest'
  | 'paidRequest'
  | 'consent'
  | 'bill'
  | 'payment'
  | 'closure'
  | 'subscription'
  | 'announcement'

const DAY = new Date('2026-10-01T00:00:00Z')
const LATER = new Date('2026-10-31T00:00:00Z')

/**
 * Writes the rows past every verb, so that a test of what others can reach does not depend on verbs being right.
 * `category` is one of the brand's, for the record.
 */
export async function createFullPerson(brand: string, category: string): Promise<FullPerson> {
  const person = await createTestPerson(brand)
  const marker = `victim-${randomUUID()}`
  const of = { brand, subjectId: person.id }
  await database('system').profile.update({ where: { subjectId: person.id }, data: { fields: { nickname: marker } } })
  await createTestStaff('support', { person })
  const rows = {
    ...(await identityRows(of, marker)),
    ...(await deviceRows(of, marker)),
    ...(await recordRows(of, marker, category)),
    ...(await rightsRows(of, marker)),
    ...(await moneyRows(of, marker)),
  }
  await usageRows(of, marker)
  return { ...person, marker, rows }
}

interface Owner {
  readonly brand: string
  readonly subjectId: string
}

async function identityRows(of: Owner, marker: string) {
  const system = database('system')
  await system.signInIdentifier.create({
    data: { ...of, kind: 'email', blindIndex: sha256(marker), sealed: Buffer.from(marker) },
  })
  const session = await system.session.create({
    data: { ...of, tokenHash: sha256(`token ${marker}`), client: marker, ip: '192.0.2.1', expiresAt: LATER },
  })
  await system.signInEvent.create({
    data: { ...of, outcome: 'success', method: 'password', ip: '192.0.2.1', client: marker },
  })
  await system.guardianConsent.create({
    data: {
      ...of,
      childIndex: sha256(`child ${marker}`),
      birthDate: DAY,
      sealedGuardian: Buffer.from(marker),
      policyVersion: '1.0',
      locale: 'en',
      state: 'agreed',
      secretHash: sha256(`guardian ${marker}`),
      decidedAt: DAY,
      expiresAt: LATER,
    },
  })
  // One that was sent: its content is gone. Others read all content that waits, and it must open with the keys.
  await system.outgoingMessage.create({
    data: { ...of, channel: 'mail', kind: 'export_ready', sealed: null, sentAt: DAY },
  })
  return { session: session.id }
}

async function deviceRows(of: Owner, marker: string) {
  const system = database('system')
  const make = (kind: string) =>
    system.device.create({ data: { ...of, kind, serial: `${kind} ${marker}`, model: marker, name: marker } })
  const [device, phone] = [await make('charger'), await make('phone')]
  await system.devicePermission.create({
    data: { ...of, deviceId: phone.id, permission: 'camera', use: 'scan', granted: true },
  })
  return { device: device.id, phone: phone.id }
}

async function recordRows(of: Owner, marker: string, category: string) {
  const system = database('system')
  const record = await system.dataRecord.create({
    data: {
      ...of,
      category,
      source: 'phone_app',
      senderId: marker,
      contentHash: sha256(marker),
      occurredAt: DAY,
      fields: { note: marker },
    },
  })
  const upload = await system.upload.create({
    data: { ...of, kind: 'avatar', name: marker, mediaType: 'image/png', bytes: 1, storageKey: `uploads/${marker}` },
  })
  return { record: record.id, upload: upload.id }
}

async function rightsRows(of: Owner, marker: string) {
  const system = database('system')
  const consent = await system.consentRecord.create({
    data: {
      ...of,
      purpose: marker,
      deviceId: null,
      decision: 'granted',
      noticeVersion: '1.0',
      locale: 'en',
      textHash: sha256(marker),
    },
  })
  const { id: consentRecordId, purpose, decision, decidedAt } = consent
  await system.consentDelivery.create({
    data: { ...of, consentRecordId, purpose, decision, decidedAt, recipient: 'stripe', state: 'confirmed' },
  })
  await insertTransfer(of, consentRecordId)
  await askSupport(of, marker)
  const announcement = await announceTo(of)
  await insertAnswer(of)
  await system.recipientAsk.create({
    data: { ...of, recipient: 'stripe', fingerprint: sha256(marker), kind: 'changed' },
  })
  await system.policyAcceptance.create({ data: { ...of, version: marker, locale: 'en', textHash: sha256(marker) } })
  await system.newsDelivery.create({ data: { ...of, id: randomUUID(), item: marker, tracked: false } })
  await system.policyNotice.create({ data: { ...of, version: marker } })
  const requestedExport = await system.export.create({ data: of })
  const readyExport = await system.export.create({
    data: { ...of, state: 'ready', storageKey: `exports/${marker}`, bytes: 1n, sha256: sha256(marker) },
  })
  const closure = await system.closure.create({ data: { ...of, state: 'requested', eraseAfter: LATER } })
  await system.erasureEntry.create({
    data: { ...of, cause: 'retention', category: 'sign_in_log', erased: 1, anonymised: 0, kept: 0 },
  })
  const request = await system.rightsRequest.create({
    data: { ...of, kind: 'access', state: 'identity_asked', sealedText: Buffer.alloc(0) },
  })
  const correction = randomUUID()
  const wanted = `${marker}@example.org`
  await system.rightsRequest.create({
    data: {
      ...of,
      id: correction,
      kind: 'correction',
      field: 'email',
      sealedText: Buffer.alloc(0),
      sealedValue: seal(wanted, `rights_request value ${correction}`),
    },
  })
  const fee = { ...of, kind: 'access', state: 'fee_asked', feeMinor: 100n, feeCurrency: 'EUR', feeGround: 'cost' }
  const feeRequest = await system.rightsRequest.create({ data: { ...fee, sealedText: Buffer.alloc(0) } })
  const paidRequest = await system.rightsRequest.create({
    data: { ...fee, sealedText: Buffer.alloc(0), feeBillId: await paidBill(of, marker) },
  })
  await system.requestEvidence.create({
    data: { ...of, requestId: request.id, mediaType: 'image/png', bytes: 1, storageKey: `evidence/${marker}` },
  })
  await system.requestEntry.create({ data: { ...of, requestId: request.id, kind: 'opened', author: 'person' } })
  await system.auditEvent.create({
    data: { ...of, actorKind: 'person', actorId: of.subjectId, permission: 'devices:add', name: 'device.added' },
  })
  return {
    requestedExport: requestedExport.id,
    readyExport: readyExport.id,
    closure: closure.id,
    request: request.id,
    correction,
    feeRequest: feeRequest.id,
    paidRequest: paidRequest.id,
    consent: consent.id,
    announcement,
  }
}

async function announceTo({ brand, subjectId }: Owner) {
  const system = database('system')
  const words = { en: 'Told', 'zh-CN': '已告知', fr: 'Dit' }
  const { id } = await system.announcement.create({
    data: { brand, kind: 'incident', sourceId: randomUUID(), content: { title: words, sections: [] }, audience: {} },
  })
  await system.announcementDelivery.create({ data: { brand, subjectId, announcementId: id } })
  return id
}

/** Asked for by one of the staff; it waits for another. */
async function askSupport({ brand, subjectId }: Owner, marker: string) {
  const staff = await createTestStaff('support')
  const grant = issueGrant(staff, 'approvals:request', { brand })
  await requestApproval(grant, startSupportOperation, {
    input: { subject: subjectId, reason: marker, minutes: 15 },
    reason: marker,
  })
}

async function paidBill(of: Owner, marker: string): Promise<string> {
  const id = await billRow(of, `paid ${marker}`, LATER, 'fee')
  await database('system').bill.update({ where: { id }, data: { state: 'paid' } })
  return id
}

/** Past the trigger, which asks for an open change. */
async function insertAnswer({ brand, subjectId }: Owner) {
  const client = new pg.Client({ connectionString: process.env.TEST_OWNER_URL })
  await client.connect()
  await client.query("SET session_replication_role = 'replica'")
  await client.query(
    `INSERT INTO controller_answer (change_id, brand, subject_id, answer) VALUES (gen_random_uuid(), $1, $2, 'refused')`,
    [brand, subjectId],
  )
  await client.end()
}

/** Past the trigger, which takes a transfer only of a brand that asks for consent to it. */
async function insertTransfer({ brand, subjectId }: Owner, consentRecordId: string) {
  const client = new pg.Client({ connectionString: process.env.TEST_OWNER_URL })
  await client.connect()
  await client.query("SET session_replication_role = 'replica'")
  await client.query(
    `INSERT INTO data_transfer (id, brand, subject_id, country, reason, consent_record_id)
     VALUES (gen_random_uuid(), $1, $2, 'FR', 'support', $3)`,
    [brand, subjectId, consentRecordId],
  )
  await client.end()
}

/** A bill with one line, as a draft that is then issued: nothing else comes past the database. */
async function billRow(of: Owner, number: string, dueOn: Date, billKind: 'usage' | 'fee' = 'usage') {
  const system = database('system')
  const { id } = await system.bill.create({
    data: {
      ...of,
      kind: billKind,
      currency: 'EUR',
      periodStart: DAY,
      periodEnd: LATER,
      issuedOn: LATER,
      dueOn,
      payableOn: dueOn,
      netMinor: 10_000n,
      vatMinor: 2_000n,
      totalMinor: 12_000n,
      lines: {
        create: {
          ...of,
          position: 1,
          kind: 'energy',
          tariff: number,
          utility: 'charging',
          startsOn: DAY,
          endsOn: LATER,
          quantity: 1n,
          unit: 'Wh',
          rate: '0.1',
          netMinor: 10_000n,
          vatPercent: '20',
          vatMinor: 2_000n,
        },
      },
    },
  })
  await system.bill.update({ where: { id }, data: { state: 'issued', number } })
  return id
}

/** A bill that was put off, paid in instalments and taken back after all. */
async function takenBackRows(of: Owner, marker: string) {
  const system = database('system')
  const billId = await billRow(of, `old ${marker}`, LATER)
  await system.bill.update({ where: { id: billId }, data: { state: 'cancelled' } })
  const amounts = { netMinor: 10_000n, vatMinor: 2_000n, totalMinor: 12_000n }
  await system.creditNote.create({
    data: {
      ...of,
      ...amounts,
      billId,
      number: `note ${marker}`,
      reason: 'duplicate',
      currency: 'EUR',
      issuedOn: LATER,
    },
  })
  await system.arrearsNotice.create({ data: { ...of, billId, stage: 'reminder', payableOn: LATER, sent: true } })
  await system.noticeChoice.create({ data: { ...of, reminders: false } })
  const push = { endpointIndex: sha256(marker), sealed: Buffer.from(marker), client: marker }
  const { id: subscription } = await system.pushSubscription.create({ data: { ...of, ...push } })
  await system.billExtension.create({ data: { ...of, billId, until: LATER, askedAt: new Date('2020-01-01') } })
  const { id: arrangementId } = await system.arrangement.create({
    data: { ...of, billId, state: 'kept', amountMinor: 12_000n, currency: 'EUR' },
  })
  await system.instalment.create({ data: { ...of, arrangementId, position: 1, dueOn: LATER, amountMinor: 12_000n } })
  return { subscription }
}

async function moneyRows(of: Owner, marker: string) {
  const system = database('system')
  const { subscription } = await takenBackRows(of, marker)
  const bill = { id: await billRow(of, marker, clock.inDays(10)) }
  const payment = await system.payment.create({
    data: { ...of, billId: bill.id, provider: 'stripe', method: 'card', amountMinor: 120n, currency: 'EUR' },
  })
  await system.paymentShare.create({
    data: { ...of, paymentId: payment.id, billId: bill.id, position: 0, amountMinor: 120n },
  })
  await meansRows(of, marker, { billId: bill.id })
  await system.ledgerTransaction.create({
    data: {
      ...of,
      kind: 'bill_issued',
      reference: marker,
      entries: {
        create: [
          { ...of, account: 'receivable', billId: bill.id, currency: 'EUR', amountMinor: 12_000n },
          { ...of, account: 'revenue', billId: bill.id, currency: 'EUR', amountMinor: -12_000n },
        ],
      },
    },
  })
  return { bill: bill.id, payment: payment.id, subscription }
}

/** A card that was kept, the order to pay by it, credit, and money of another payment that went back. */
async function meansRows(of: Owner, marker: string, { billId }: { billId: string }) {
  const system = database('system')
  const stripe = { ...of, provider: 'stripe', currency: 'EUR' }
  const taken = await system.payment.create({
    data: {
      ...stripe,
      billId,
      method: 'card',
      amountMinor: 50n,
      capturedMinor: 50n,
      state: 'succeeded',
      captureId: `pi ${marker}`,
    },
  })
  const back = { ...stripe, paymentId: taken.id, amountMinor: 20n }
  await system.refund.create({ data: { ...back, source: 'goodwill', reason: 'goodwill', state: 'succeeded' } })
  await system.dispute.create({
    data: { ...back, providerRef: marker, reason: 'fraudulent', state: 'won', openedAt: DAY },
  })
  const card = await system.savedCard.create({
    data: {
      ...of,
      provider: 'stripe',
      customerRef: `cus ${marker}`,
      methodRef: `pm ${marker}`,
      scheme: marker,
      lastFour: '4242',
      expires: '2030-01',
    },
  })
  await system.autopay.create({ data: { ...of, savedCardId: card.id, agreedAt: DAY } })
  await system.collection.create({ data: { ...of, billId, state: 'done' } })
  await system.ledgerTransaction.create({
    data: {
      ...of,
      kind: 'payment',
      reference: `stripe:pi ${marker}`,
      entries: {
        create: [
          { ...of, account: 'cash:stripe', billId, currency: 'EUR', amountMinor: 50n },
          { ...of, account: 'customer_credit', billId, currency: 'EUR', amountMinor: -50n },
        ],
      },
    },
  })
}

async function usageRows(of: Owner, marker: string) {
  const system = database('system')
  const place = await system.supplyPoint.create({
    data: { ...of, utility: 'electricity', name: marker, zone: 'Europe/Paris' },
  })
  const meter = await system.meter.create({
    data: { ...of, supplyPointId: place.id, serial: marker, utility: 'electricity', unit: 'Wh' },
  })
  const sent = { ...of, senderId: marker, contentHash: sha256(marker), startedAt: DAY, endedAt: LATER }
  await system.reading.create({ data: { ...sent, meterId: meter.id, quantity: 1n } })
  await system.usageDay.create({ data: { ...of, meterId: meter.id, day: DAY, quantity: 1n, readings: 1 } })
  await system.chargingSession.create({ data: { ...sent, energyWh: 1n, station: marker } })
  await system.budget.create({ data: { ...of, amountMinor: 1n, currency: 'EUR', updatedAt: DAY } })
  await system.usageAlert.create({ data: { ...of, kind: 'unusual', matter: marker, day: DAY, raisedAt: DAY } })
}
