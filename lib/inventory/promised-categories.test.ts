import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { decideConsent } from '#lib/consents/index.ts'
import { receiveRecords } from '#lib/intake/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createBilledPerson } from '#lib/testing/billed-person.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { keptUntil, listCategories, listRecords, revealRecord } from './index.ts'
import { RecordsQuery } from './schema.ts'

const query = (given: Record<string, unknown> = {}) => RecordsQuery.parse(given)

async function send(person: TestPerson, category: string, fields: object, device?: string) {
  const record = {
    id: randomUUID(),
    category,
    subject: { ref: person.ref },
    occurredAt: '2026-05-01T10:00:00Z',
    fields,
    ...(device ? { device } : {}),
  }
  const [outcome] = await receiveRecords(systemGrant('test', 'intake:write', { brand: person.brand }), {
    records: [record],
  })
  return outcome?.status === 'refused' ? outcome.reason : outcome?.status
}

const list = (person: TestPerson, category: string) =>
  listRecords(person.grant('inventory:view'), category, query()).then(({ rows }) => rows)
const decide = (person: TestPerson, purpose: string) =>
  decideConsent(person.grant('consents:decide'), { purpose, decision: 'granted', locale: 'en' })
const declared = (brand: string, key: string) => {
  const category = getManifest(brand).categories.find((candidate) => candidate.key === key)
  if (!category) throw new Error(`${brand} declares no ${key}`)
  return category
}

describe('categories that the policies promise', () => {
  it('[ECH-03] shows seven facts of each phone, with purpose, source, date and how long they are kept', async () => {
    const person = await createTestPerson('we-e-charge')
    await decide(person, 'display_and_service')
    const phones = ['P50', 'Pixel 9'].map((device_model) => ({
      device_name: `My ${device_model}`,
      device_model,
      device_identifier: `id ${device_model}`,
      os_and_app_version: 'Android 16, app 4.2',
      language: 'fr',
      resolution: '1080 × 2400',
      plmn: '20801',
    }))
    for (const phone of phones) expect(await send(person, 'phone_information', phone)).toBe('stored')

    const category = declared('we-e-charge', 'phone_information')
    expect(category.fields.map(({ key }) => key)).toEqual(Object.keys(phones[0] ?? {}))
    const rows = await list(person, 'phone_information')
    expect(rows).toHaveLength(2)
    for (const { id, at, values } of rows) {
      const revealed = await revealRecord(person.grant('inventory:reveal'), 'phone_information', query({ reveal: id }))
      expect(phones).toContainEqual(revealed?.values)
      expect(values).toEqual({ ...revealed?.values, device_identifier: null })
      expect(at).toEqual(new Date('2026-05-01T10:00:00Z'))
      expect(keptUntil(category, at, null)).toEqual({ kind: 'on', at: new Date('2027-05-01T10:00:00Z') })
    }
    const shown = (await listCategories(person.grant('inventory:view'))).find(
      (one) => one.category.key === category.key,
    )
    expect(shown).toMatchObject({ rows: 2, category: { source: 'phone_app', purposes: ['display_and_service'] } })
  })

  it('[LCK-04] keeps answers to questionnaires apart, with a purpose and a retention of their own', async () => {
    const person = await createTestPerson('we-lock')
    await decide(person, 'questionnaires')
    const answer = { title: 'Your opinion', name: 'N', phone: '+33 6', home_address: '1 rue', answers: ['yes', 'no'] }
    expect(await send(person, 'questionnaires', answer)).toBe('stored')
    const counted = await listCategories(person.grant('inventory:view'))
    expect(counted.filter(({ category, rows }) => category.shape === 'record' && rows > 0)).toMatchObject([
      { category: { key: 'questionnaires', purposes: ['questionnaires'], retention: { rule: 'days', days: 365 } } },
    ])
    const others = getManifest('we-lock').categories.filter(({ key }) => key !== 'questionnaires')
    expect(others.flatMap(({ purposes }) => purposes)).not.toContain('questionnaires')
    const [row] = await list(person, 'questionnaires')
    const revealed = await revealRecord(person.grant('inventory:reveal'), 'questionnaires', query({ reveal: row?.id }))
    expect(revealed?.values).toEqual({ ...answer, answers: 'yes; no' })
  })

  it('[LCK-05] stores sensitive data by explicit consent only, marked as such and hidden until its person asks', async () => {
    const person = await createTestPerson('we-lock')
    const sent: Record<string, Record<string, unknown>> = {
      questionnaires: { title: 'Your opinion', name: 'N', phone: '+33 6', home_address: '1 rue', answers: ['yes'] },
      location: { method: 'gps', latitude: '48.8566', longitude: '2.3522', accuracy_m: 12 },
    }
    const sensitive = getManifest('we-lock').categories.filter((category) => category.sensitive)
    expect(sensitive.map(({ key }) => key).toSorted()).toEqual(Object.keys(sent).toSorted())
    for (const { key, needsConsent = '' } of sensitive) {
      const fields = sent[key] ?? {}
      expect(await send(person, key, fields), key).toBe('intake.consent_needed')
      // Refusing costs this and nothing else.
      expect(await send(person, 'service_log', { event: 'view' })).toBe('stored')
      const purpose = getManifest('we-lock').purposes.find((one) => one.key === needsConsent)
      expect(purpose).toMatchObject({ kind: 'optional', legalBasis: 'consent' })
      await decide(person, needsConsent)
      expect(await send(person, key, fields), key).toBe('stored')

      const hidden = declared('we-lock', key).fields.filter((field) => field.sensitive)
      const [row] = await list(person, key)
      expect(hidden.length).toBeGreaterThan(0)
      for (const field of hidden) expect(row?.values[field.key], `${key}.${field.key}`).toBeNull()
      const stored = await database('system').dataRecord.findFirst({ where: { subjectId: person.id, category: key } })
      for (const field of hidden) expect(stored?.fields).not.toHaveProperty(field.key)
      const revealed = await revealRecord(person.grant('inventory:reveal'), key, query({ reveal: row?.id }))
      for (const field of hidden) expect(String(revealed?.values[field.key])).toBe(String(fields[field.key]))
    }
  })

  it('shows the days of a bill as days, wherever its brand is, and finds it by them', async () => {
    for (const brand of ['we-app', 'energybilling']) {
      const { person } = await createBilledPerson(brand)
      const [bill] = await list(person, 'bills')
      expect(bill?.values).toMatchObject({ period: '2026-10-01/2026-10-31', issued_on: '2026-11-01' })
      expect(bill?.values.due_on).toMatch(/^2026-1[12]-\d\d$/)
      const on = (day: string) =>
        listRecords(person.grant('inventory:view'), 'bills', query({ from: day, to: day })).then(
          ({ rows }) => rows.length,
        )
      expect([await on('2026-10-31'), await on('2026-11-01'), await on('2026-11-02')]).toEqual([0, 1, 0])
    }
  })
})
