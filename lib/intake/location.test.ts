import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { decideConsent, isGranted } from '#lib/consents/index.ts'
import { listPhones, permitUse } from '#lib/devices/index.ts'
import { deleteCategory, deleteRecord, listRecords } from '#lib/inventory/index.ts'
import { RecordsQuery } from '#lib/inventory/schema.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { receiveRecords } from './index.ts'

const place = (person: TestPerson) => ({
  id: randomUUID(),
  category: 'location',
  subject: { ref: person.ref },
  occurredAt: '2026-11-02T10:00:00Z',
  fields: { latitude: '48.8566', longitude: '2.3522' },
})
async function send(person: TestPerson) {
  const grant = systemGrant('test', 'intake:write', { brand: person.brand })
  const [outcome] = await receiveRecords(grant, { records: [place(person)] })
  return outcome?.status === 'refused' ? outcome.reason : outcome?.status
}
const decide = (person: TestPerson, decision: 'granted' | 'refused') =>
  decideConsent(person.grant('consents:decide'), { purpose: 'use_location', decision, locale: 'en' })
const places = async (person: TestPerson) =>
  (await listRecords(person.grant('inventory:view'), 'location', RecordsQuery.parse({}))).rows

describe('location', () => {
  it('[WEA-08] is optional and off until granted; its records are listed and can be deleted', async () => {
    const person = await createTestPerson('we-app')
    const manifest = getManifest('we-app')
    expect(manifest.purposes.find(({ key }) => key === 'use_location')?.kind).toBe('optional')
    const { id: deviceId } = await database('system').device.create({
      data: { brand: 'we-app', subjectId: person.id, kind: 'phone', serial: 'p', model: 'Pixel', name: 'Pixel' },
    })
    const permission = manifest.permissions.find(({ key }) => key === 'location')
    expect((await listPhones(person.grant('devices:view')))[0]?.allowed.size).toBe(0)
    for (const use of permission?.uses ?? [])
      await permitUse(person.grant('devices:permit'), {
        deviceId,
        permission: 'location',
        use: use.key,
        wanted: 'on',
        locale: 'en',
      })
    expect((await listPhones(person.grant('devices:view')))[0]?.allowed.size).toBe(permission?.uses.length)

    // What the phone allows is not what the person agrees to have kept.
    expect(await send(person)).toBe('intake.consent_needed')
    await decide(person, 'granted')
    for (let at = 0; at < 3; at += 1) expect(await send(person)).toBe('stored')
    expect(await places(person)).toHaveLength(3)
    const [first] = await places(person)
    await deleteRecord(person.grant('inventory:delete'), { category: 'location', record: first?.id ?? '' })
    expect(await places(person)).toHaveLength(2)
    await deleteCategory(person.grant('inventory:delete'), { category: 'location', locale: 'en' })
    expect(await places(person)).toHaveLength(0)
    const inForce = await inScope(person.grant('consents:view'), (tx) =>
      isGranted(tx, 'we-app', person.id, 'use_location'),
    )
    expect(inForce).toBe(false)
    expect(await send(person)).toBe('intake.consent_needed')
  })
})
