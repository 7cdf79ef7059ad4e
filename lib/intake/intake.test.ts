import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { systemGrant } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { LOCALES } from '#lib/platform/i18n/index.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { answerBatch, receiveRecords } from './index.ts'

const system = () => database('system')
const intake = (brand: string) => systemGrant('test', 'intake:write', { brand })

async function send(brand: string, records: unknown[]) {
  return receiveRecords(intake(brand), { records })
}

async function sendOne(brand: string, record: unknown) {
  const [outcome] = await send(brand, [record])
  return outcome?.status === 'refused' ? outcome.reason : outcome?.status
}

function accessLog(person: TestPerson, over: object = {}) {
  return {
    id: randomUUID(),
    category: 'access_log',
    subject: { ref: person.ref },
    occurredAt: '2026-05-01T10:00:00+02:00',
    fields: { ip_address: '192.0.2.7', os_type: 'iOS 19' },
    ...over,
  }
}

async function consent(person: TestPerson, purpose: string, decision: string, minutesAgo = 0) {
  await system().consentRecord.create({
    data: {
      brand: person.brand,
      subjectId: person.id,
      purpose,
      decision,
      noticeVersion: '1',
      locale: 'en',
      textHash: Buffer.from('x'),
      decidedAt: clock.inMinutes(-minutesAgo),
    },
  })
}

describe('records taken in', () => {
  let person: TestPerson
  beforeAll(async () => {
    person = await createTestPerson('we-app')
  })

  it('are stored once, whatever order they come in, and answered each in its place', async () => {
    const [one, two] = [accessLog(person), accessLog(person)]
    const broken = { ...accessLog(person), category: 'no_such' }
    const answers = await send('we-app', [broken, one, one, two, { ...two, occurredAt: '2026-05-02T10:00:00Z' }])
    expect(answers.map((answer) => (answer.status === 'refused' ? answer.reason : answer.status))).toEqual([
      'intake.category_unknown',
      'stored',
      'duplicate',
      'stored',
      'intake.id_reused',
    ])
    // The same instant in another offset and the same fields in another order are the same content.
    const same = { ...one, occurredAt: '2026-05-01T08:00:00Z', fields: { os_type: 'iOS 19', ip_address: '192.0.2.7' } }
    expect(await sendOne('we-app', same)).toBe('duplicate')
    expect(await system().dataRecord.count({ where: { subjectId: person.id } })).toBe(2)
  })

  it('are refused one by one for what the manifest does not say, with a sentence in each language', async () => {
    const wrong: [string, unknown][] = [
      ['intake.record_malformed', null],
      ['intake.record_malformed', 'text'],
      ['intake.record_malformed', { ...accessLog(person), id: '' }],
      ['intake.record_malformed', { ...accessLog(person), id: 'x'.repeat(201) }],
      ['intake.record_malformed', { ...accessLog(person), id: 'a\u0000b' }],
      ['intake.record_malformed', { ...accessLog(person), subject: { ref: person.ref, meter: '1' } }],
      ['intake.record_malformed', { ...accessLog(person), occurredAt: '2026-05-01 10:00' }],
      ['intake.record_malformed', { ...accessLog(person), fields: [] }],
      ['intake.undeclared_fields', { ...accessLog(person), extra: 1 }],
      ['intake.category_unknown', { ...accessLog(person), category: 'constructor' }],
      ['intake.category_closed', { ...accessLog(person), category: 'bills' }],
      ['intake.time_implausible', { ...accessLog(person), occurredAt: '0014-11-18T15:40:26Z' }],
      ['intake.time_implausible', { ...accessLog(person), occurredAt: clock.inDays(2).toISOString() }],
      ['intake.field_missing', accessLog(person, { fields: { os_type: 'iOS' } })],
      ['intake.field_wrong', accessLog(person, { fields: { ip_address: '300.1.1.1' } })],
      ['intake.field_wrong', accessLog(person, { fields: { ip_address: { nested: true } } })],
      ['intake.field_wrong', accessLog(person, { fields: { ip_address: '::1', os_type: 'x'.repeat(401) } })],
      ['intake.field_wrong', accessLog(person, { fields: { ip_address: '::1', os_type: 'nul \u0000' } })],
      ['intake.field_wrong', accessLog(person, { fields: { ip_address: '::1', os_type: 'half \ud800' } })],
      ['intake.subject_unknown', accessLog(person, { subject: { ref: 'nobody' } })],
      ['intake.subject_unknown', accessLog(person, { subject: { meter: 'none' } })],
      ['intake.device_unknown', accessLog(person, { device: 'none' })],
    ]
    const records = wrong.map(([, record]) => record)
    const outcomes = await send('we-app', records)
    expect(outcomes.map((outcome) => (outcome.status === 'refused' ? outcome.reason : outcome.status))).toEqual(
      wrong.map(([reason]) => reason),
    )
    for (const locale of LOCALES) {
      const { results, counts } = answerBatch('we-app', { records }, { outcomes, locale })
      expect(counts).toEqual({ stored: 0, duplicate: 0, refused: wrong.length })
      for (const { detail = '', reason = '' } of results) {
        expect(detail.length).toBeGreaterThan(5)
        expect(detail).not.toContain(reason)
      }
    }
  })

  it('[WEA-03] a field that the manifest does not declare is refused by name, in every brand and category', async () => {
    for (const brand of BRAND_KEYS) {
      const someone = await createTestPerson(brand)
      for (const category of getManifest(brand).categories.filter((entry) => entry.intake)) {
        for (const name of ['shoe_size', 'Shoe-Size', '__proto__', 'constructor', 'fields']) {
          const fields = JSON.parse(`{${JSON.stringify(name)}: "43"}`)
          const record = { ...accessLog(someone), category: category.key, fields }
          const [outcome] = await send(brand, [record])
          expect(outcome, `${brand} ${category.key} ${name}`).toEqual({
            status: 'refused',
            reason: 'intake.undeclared_fields',
            details: { fields: name },
          })
        }
      }
      expect(await system().dataRecord.count({ where: { subjectId: someone.id } })).toBe(0)
    }
  })

  it('say why where the brand promised that something stays on the phone', async () => {
    const driver = await createTestPerson('we-e-charge')
    await consent(driver, 'display_and_service', 'granted')
    const fields = { device_model: 'P50', device_identifier: 'x' }
    const plain = { ...accessLog(driver), category: 'phone_information', fields }
    const sneaky = [
      { ...plain, fields: { ...fields, latitude: 52.1, longitude: 9.3 } },
      { ...plain, fields: { ...fields, wifiSSID: 'home' } },
      { ...plain, location: { lat: 1 } },
      { ...plain, category: 'location' },
    ]
    const outcomes = await send('we-e-charge', sneaky)
    const { results } = answerBatch('we-e-charge', { records: sneaky }, { outcomes, locale: 'en' })
    for (const result of results) {
      expect(result.reason).toBe('intake.stays_on_device')
      expect(result.detail).toContain('never sent to us')
    }
    expect(await system().dataRecord.count({ where: { subjectId: driver.id } })).toBe(0)
  })

  it('wait for a consent where the category needs one, and stop with its withdrawal', async () => {
    const driver = await createTestPerson('we-e-charge')
    const record = () => ({
      ...accessLog(driver),
      category: 'phone_information',
      fields: { device_model: 'P50', device_identifier: 'x' },
    })
    expect(await sendOne('we-e-charge', record())).toBe('intake.consent_needed')
    await consent(driver, 'display_and_service', 'refused', 50)
    expect(await sendOne('we-e-charge', record())).toBe('intake.consent_needed')
    await consent(driver, 'display_and_service', 'granted', 40)
    expect(await sendOne('we-e-charge', record())).toBe('stored')
    await consent(driver, 'display_and_service', 'withdrawn', 30)
    expect(await sendOne('we-e-charge', record())).toBe('intake.consent_needed')
  })

  it('stop for an account that is being closed, and never reach a person of another brand', async () => {
    const leaving = await createTestPerson('we-app')
    await system().account.update({ where: { id: leaving.id }, data: { state: 'closing' } })
    expect(await sendOne('we-app', accessLog(leaving))).toBe('intake.account_not_active')
    const foreign = await createTestPerson('wellborne-plus')
    expect(await sendOne('we-app', accessLog(foreign))).toBe('intake.subject_unknown')
  })

  it('leave one audit row with counts and nothing else', async () => {
    const before = clock.now()
    await send('we-app', [accessLog(person), accessLog(person, { subject: { ref: 'nobody' } })])
    const rows = await system().auditEvent.findMany({ where: { name: 'intake.received', occurredAt: { gte: before } } })
    expect(rows).toMatchObject([{ brand: 'we-app', subjectId: null, detail: { stored: 1, duplicate: 0, refused: 1 } }])
  })

  it('keep hostile text as it is: nothing is run, nothing is lost', async () => {
    const hostile = [
      "'); DROP TABLE data_record; --",
      '{"a":1}',
      '<script>',
      '=1+1',
      '\\',
      '"',
      '\u202e',
      '🔥',
      'a\tb\nc',
      '{,}',
      '$1',
      '{{x}}',
    ]
    const records = hostile.map((os_type) => accessLog(person, { fields: { ip_address: '::1', os_type } }))
    expect((await send('we-app', records)).every(({ status }) => status === 'stored')).toBe(true)
    const rows = await system().dataRecord.findMany({
      where: { senderId: { in: records.map(({ id }) => id) } },
      select: { senderId: true, fields: true },
    })
    const kept = new Map(rows.map((row) => [row.senderId, row.fields]))
    for (const { id, fields } of records) expect(kept.get(id)).toEqual(fields)
  })

  it('come ten thousand at a time, and a second time change nothing', { timeout: 180_000 }, async () => {
    const records = Array.from({ length: 10_000 }, () => accessLog(person))
    expect((await send('we-app', records)).filter(({ status }) => status === 'stored')).toHaveLength(10_000)
    expect((await send('we-app', records)).filter(({ status }) => status === 'duplicate')).toHaveLength(10_000)
  })

  it('of two equal batches at once store each record once', async () => {
    const records = Array.from({ length: 500 }, () => accessLog(person))
    const answers = await Promise.all([send('we-app', records), send('we-app', records.toReversed())])
    expect(answers.flat().filter(({ status }) => status === 'stored')).toHaveLength(500)
    expect(answers.flat().filter(({ status }) => status === 'duplicate')).toHaveLength(500)
  })
})

describe('devices, readings and sessions taken in', () => {
  const phone = (person: TestPerson, serial: string, over: object = {}) => ({
    id: randomUUID(),
    category: 'devices',
    subject: { ref: person.ref },
    occurredAt: '2026-05-01T10:00:00Z',
    fields: { kind: 'phone', name: 'My phone', serial_number: serial },
    ...over,
  })

  it('know a phone that an app announces, and take records in its name', async () => {
    const person = await createTestPerson('we-app')
    const serial = randomUUID()
    const announced = phone(person, serial)
    expect(await send('we-app', [announced, announced])).toEqual([{ status: 'stored' }, { status: 'duplicate' }])
    expect(await sendOne('we-app', announced)).toBe('duplicate')
    expect(await sendOne('we-app', { ...announced, fields: { ...announced.fields, serial_number: 'other' } })).toBe(
      'intake.id_reused',
    )
    expect(await sendOne('we-app', accessLog(person, { device: serial }))).toBe('stored')
    expect(await sendOne('we-app', accessLog(person, { subject: { device: serial } }))).toBe('stored')
    const other = await createTestPerson('we-app')
    expect(await sendOne('we-app', accessLog(other, { device: serial }))).toBe('intake.device_unknown')
    const [device] = await system().device.findMany({ where: { subjectId: person.id } })
    expect(device).toMatchObject({ kind: 'phone', name: 'My phone', serial })
    expect(await system().dataRecord.count({ where: { deviceId: device?.id ?? '' } })).toBe(2)
    // Two people announce one phone: whose a record is that names only the phone, nobody can say.
    expect(await sendOne('we-app', phone(other, serial))).toBe('stored')
    expect(await sendOne('we-app', accessLog(person, { subject: { device: serial } }))).toBe('intake.subject_unknown')
    expect(await sendOne('we-app', accessLog(other, { device: serial }))).toBe('stored')
  })

  it('take no device that needs the code printed on it', async () => {
    const person = await createTestPerson('we-e-charge')
    const fields = { kind: 'charger', serial_number: 'C-1' }
    expect(await sendOne('we-e-charge', phone(person, '', { fields }))).toBe('devices.kind_needs_code')
  })

  it('take charging sessions with exact costs', async () => {
    const person = await createTestPerson('we-e-charge')
    const fields = {
      started_at: '2026-05-01T10:00:00+02:00',
      ended_at: '2026-05-01T11:00:00+02:00',
      energy_wh: 7780,
      cost: '0.58',
      currency: 'USD',
      station: 'S-1',
    }
    const session = { ...accessLog(person), category: 'charging_sessions', fields }
    const again = (over: object) => ({ ...session, id: randomUUID(), fields: { ...fields, ...over } })
    expect(await sendOne('we-e-charge', session)).toBe('stored')
    expect(await sendOne('we-e-charge', session)).toBe('duplicate')
    expect(await sendOne('we-e-charge', { ...session, fields: { ...fields, cost: '0.59' } })).toBe('intake.id_reused')
    expect(await sendOne('we-e-charge', again({ cost: 0.125 }))).toBe('intake.cost_too_fine')
    for (const cost of ['99999999999999999999', '-92233720368547758.08', 1e20])
      expect(await sendOne('we-e-charge', again({ cost }))).toBe('intake.cost_too_large')
    expect(await sendOne('we-e-charge', again({ cost: 1e300 }))).toBe('intake.field_wrong')
    expect(await sendOne('we-e-charge', again({ currency: null }))).toBe('intake.currency_needed')
    expect(await sendOne('we-e-charge', again({ energy_wh: -1 }))).toBe('intake.negative')
    expect(await sendOne('we-e-charge', again({ energy_wh: 0.5 }))).toBe('intake.field_wrong')
    expect(await sendOne('we-e-charge', again({ ended_at: '2026-05-01T09:00:00+02:00' }))).toBe('intake.times_reversed')
    const rows = await system().chargingSession.findMany({ where: { subjectId: person.id } })
    expect(rows).toMatchObject([{ energyWh: 7780n, costMinor: 58n, currency: 'USD', station: 'S-1' }])
    expect(await sendOne('we-e-charge', again({ cost: 5e-324 }))).toBe('stored')
  })

  it('need the meter for a reading', async () => {
    const person = await createTestPerson('energybilling')
    const fields = { started_at: '2026-05-01T10:00:00Z', ended_at: '2026-05-01T11:00:00Z', quantity: 5 }
    const reading = { ...accessLog(person), category: 'readings', fields }
    expect(await sendOne('energybilling', reading)).toBe('intake.meter_needed')
  })
})
