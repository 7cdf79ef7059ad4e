import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { issueGrant } from '#lib/access/index.ts'
import { requestApproval } from '#lib/approvals/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { startSupportOperation } from '#lib/support/index.ts'
import { createTestStaff } from '../people.ts'
import { LATER, type Owner } from './owner.ts'
import { requestRows } from './request-rows.ts'

export async function rightsRows(of: Owner, marker: string) {
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
  await insertPastTriggers(
    `INSERT INTO data_transfer (id, brand, subject_id, country, reason, consent_record_id)
     VALUES (gen_random_uuid(), $1, $2, 'FR', 'support', $3)`,
    [of.brand, of.subjectId, consentRecordId],
  )
  await askSupport(of, marker)
  const announcement = await announceTo(of)
  await insertPastTriggers(
    `INSERT INTO controller_answer (change_id, brand, subject_id, answer) VALUES (gen_random_uuid(), $1, $2, 'refused')`,
    [of.brand, of.subjectId],
  )
  await system.controllerReminder.create({ data: { ...of, changeId: randomUUID(), stage: 'week' } })
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
  await system.auditEvent.create({
    data: { ...of, actorKind: 'person', actorId: of.subjectId, permission: 'devices:add', name: 'device.added' },
  })
  return {
    requestedExport: requestedExport.id,
    readyExport: readyExport.id,
    closure: closure.id,
    ...(await requestRows(of, marker)),
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

/** One row past the triggers, which ask for what else would have to be there. */
async function insertPastTriggers(sql: string, values: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_OWNER_URL })
  await client.connect()
  await client.query("SET session_replication_role = 'replica'")
  await client.query(sql, [...values])
  await client.end()
}
