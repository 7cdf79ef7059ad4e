import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { decideConsent } from '#lib/consents/index.ts'
import { renameDevice } from '#lib/devices/index.ts'
import { receiveRecords } from '#lib/intake/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { LOCALES, type Locale } from '#lib/platform/i18n/index.ts'
import { editProfile } from '#lib/profile/index.ts'
import { storeRecords } from '#lib/records/index.ts'
import {
  acceptCorrection,
  answerRequest,
  getRequest,
  listRequests,
  openRequest,
  takeRequest,
} from '#lib/requests/index.ts'
import { createBilledPerson, meterTestUse } from '#lib/testing/billed-person.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { createOperator, REASON } from '#lib/testing/request-world.ts'
import { contestRecord, correctRecord, deleteRange, listRecords, readCorrectable } from './index.ts'
import { CorrectRecord, DeleteRange, RecordsQuery } from './schema.ts'

const blank = sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
const PNG = new Uint8Array(await blank.png().toBuffer())

async function store(person: TestPerson, category: string, rows: readonly { at: string; [field: string]: unknown }[]) {
  const device = await database('system').device.create({
    data: { brand: person.brand, subjectId: person.id, kind: 'lock', serial: randomUUID(), model: 'm', name: 'Door' },
  })
  await database('system').dataRecord.createMany({
    data: rows.map(({ at, ofDevice, other, ...fields }) => ({
      brand: person.brand,
      subjectId: person.id,
      category,
      source: 'website',
      senderId: randomUUID(),
      contentHash: sha256(''),
      occurredAt: new Date(at),
      deviceId: ofDevice ? device.id : null,
      givenByOther: other === true,
      fields: Object(fields),
    })),
  })
  return device.id
}

const rows = (person: TestPerson, category: string, given: Record<string, unknown> = {}) =>
  listRecords(person.grant('inventory:view'), category, RecordsQuery.parse(given)).then((page) => page.rows)
const subjects = async (person: TestPerson, search: string, more: Record<string, unknown> = {}) =>
  (await rows(person, 'service_log', { search, ...more })).map(({ values }) => values.subject)

describe('records of a category', () => {
  it('are narrowed to one device wherever they come from one: charging sessions as well', async () => {
    const person = await createTestPerson('we-e-charge')
    const [hall, yard] = await Promise.all(
      ['Hall', 'Yard'].map((name) =>
        database('system').device.create({
          data: { brand: person.brand, subjectId: person.id, kind: 'charger', serial: randomUUID(), model: 'm', name },
        }),
      ),
    )
    await database('system').chargingSession.createMany({
      data: [hall, yard, hall].map((device, at) => ({
        brand: person.brand,
        subjectId: person.id,
        deviceId: device?.id ?? null,
        startedAt: new Date(Date.UTC(2026, 5, 1 + at)),
        endedAt: new Date(Date.UTC(2026, 5, 1 + at, 1)),
        energyWh: 5_000n,
        station: device?.name ?? '',
        contentHash: sha256(''),
        senderId: randomUUID(),
      })),
    })
    const stations = async (device: string | undefined) =>
      (await rows(person, 'charging_sessions', { device })).map(({ values }) => values.station)
    expect(await stations(hall?.id)).toEqual(['Hall', 'Hall'])
    expect(await stations(yard?.id)).toEqual(['Yard'])
    expect(await stations(randomUUID())).toEqual([])
    const page = await listRecords(person.grant('inventory:view'), 'charging_sessions', RecordsQuery.parse({}))
    expect(page.rows).toHaveLength(3)
    expect(page.devices.map(({ name, removed }) => [name, removed])).toEqual([
      ['Hall', false],
      ['Yard', false],
    ])
  })

  it('[LCK-06] device, software and service log are shown with their device, and found by words of any kind among many', async () => {
    const [person, other] = [await createTestPerson('we-lock'), await createTestPerson('we-lock')]
    const many = Array.from({ length: 2_600 }, (_, at) => ({
      at: new Date(Date.UTC(2026, 5, 1) - at * 60_000).toISOString(),
      event: 'view',
      subject: at === 2_500 ? 'Old needle "50%_\\ off"' : at % 2 ? 'Door history' : '门锁记录',
    }))
    const device = await store(person, 'service_log', [
      ...many,
      {
        at: '2026-06-02T10:00:00Z',
        event: 'failure',
        subject: 'Newest',
        referrer: 'https://we-lock.example',
        ofDevice: true,
      },
    ])
    await store(other, 'service_log', [{ at: '2026-06-01T10:00:00Z', event: 'view', subject: 'Old needle of another' }])
    await store(person, 'device_log', [
      { at: '2026-06-01T10:00:00Z', model: 'Lock One', os_version: '3', battery_percent: 80 },
    ])
    await store(person, 'software_log', [
      { at: '2026-06-01T10:00:00Z', software_version: '5.1', browser_type: 'WebView' },
    ])
    expect((await rows(person, 'device_log'))[0]?.values).toMatchObject({ model: 'Lock One', battery_percent: 80 })
    expect((await rows(person, 'software_log'))[0]?.values).toMatchObject({ browser_type: 'WebView' })

    // Rare and old, beyond what is looked through row by row; common; in another script; short; with signs of patterns.
    expect(await subjects(person, 'OLD NEEDLE')).toEqual(['Old needle "50%_\\ off"'])
    expect(await subjects(person, '"50%_\\ off"')).toEqual(['Old needle "50%_\\ off"'])
    expect(new Set(await subjects(person, 'door history'))).toEqual(new Set(['Door history']))
    expect(await subjects(person, '门锁记录')).toHaveLength(26 - 1)
    expect(await subjects(person, '门锁')).toHaveLength(25)
    expect(await subjects(person, 'nothing like it')).toEqual([])
    expect(await subjects(person, '%%%')).toEqual([])
    // A key is no word of the record.
    expect(await subjects(person, 'referrer')).toEqual([])

    expect(await subjects(person, '', { device })).toEqual(['Newest'])
    expect((await rows(person, 'service_log', { device }))[0]?.device).toBe('Door')
    expect(await subjects(person, 'newest', { device })).toEqual(['Newest'])
    expect(await subjects(person, 'old needle', { device })).toEqual([])
    expect(await subjects(person, 'old needle', { from: '2026-06-01' })).toEqual([])
  })

  it('can be narrowed to devices that were removed, by the name they had or the number that is kept', async () => {
    const person = await createTestPerson('we-lock')
    const of = { at: '2026-06-01T10:00:00Z', event: 'view', ofDevice: true }
    const present = await store(person, 'service_log', [{ ...of, subject: 'here' }])
    const removed = await store(person, 'service_log', [{ ...of, subject: 'before' }])
    const gone = await store(person, 'service_log', [{ ...of, at: '2026-05-01T10:00:00Z', subject: 'long before' }])
    await store(person, 'device_log', [{ ...of, model: 'of another kind' }])
    await database('system').device.update({ where: { id: removed }, data: { name: 'Old', revokedAt: new Date() } })
    await database('system').device.delete({ where: { id: gone } })
    const page = await listRecords(person.grant('inventory:view'), 'service_log', RecordsQuery.parse({}))
    expect(page.devices).toEqual([
      { id: present, name: 'Door', removed: false, newest: new Date(of.at) },
      { id: removed, name: 'Old', removed: true, newest: new Date(of.at) },
      { id: gone, name: null, removed: true, newest: new Date('2026-05-01T10:00:00Z') },
    ])
    expect(page.rows.map(({ device }) => device).toSorted()).toEqual(['', 'Door', 'Old'])
    expect(await subjects(person, '', { device: removed })).toEqual(['before'])
    expect(await subjects(person, '', { device: gone })).toEqual(['long before'])
    const other = await createTestPerson('we-lock')
    const theirs = await listRecords(other.grant('inventory:view'), 'service_log', RecordsQuery.parse({}))
    expect(theirs.devices).toEqual([])
  })

  it('are named by the number on the meter, where their device was removed and nothing else is kept', async () => {
    const person = await createTestPerson('energybilling')
    const { id: supplyPointId } = await database('system').supplyPoint.create({
      data: { brand: person.brand, subjectId: person.id, utility: 'electricity', name: 'Home', zone: 'UTC' },
    })
    const deviceId = randomUUID()
    const own = { brand: person.brand, subjectId: person.id }
    const serial = `EB-${randomUUID()}`
    const meter = await database('system').meter.create({
      data: { ...own, supplyPointId, deviceId, serial, utility: 'electricity', unit: 'Wh' },
    })
    const startedAt = new Date('2026-06-01T00:00:00Z')
    for (const [hour, quality] of ['actual', 'estimated'].entries())
      await database('system').reading.create({
        data: {
          ...own,
          meterId: meter.id,
          startedAt: new Date(startedAt.getTime() + hour * 3_600_000),
          endedAt: new Date(startedAt.getTime() + (hour + 1) * 3_600_000),
          quantity: BigInt(hour + 1),
          quality,
          senderId: randomUUID(),
          contentHash: sha256(''),
        },
      })
    const { categories } = getManifest(person.brand)
    const key = categories.find(({ shape }) => shape === 'reading')?.key ?? ''
    const read = async (given: object, locale: Locale) =>
      listRecords(person.grant('inventory:view'), key, { ...RecordsQuery.parse(given), locale })
    const { devices, rows: all } = await read({ device: deviceId }, 'en')
    expect(devices).toMatchObject([{ id: deviceId, name: serial, removed: true }])
    expect(all).toHaveLength(2)
    const quantities = async (search: string, locale: Locale) =>
      (await read({ search }, locale)).rows.map(({ values }) => values.quantity)
    expect(await quantities('estimé', 'fr')).toEqual([2n])
    expect(await quantities('estimated', 'fr')).toEqual([])
    expect(await quantities('实测', 'zh-CN')).toEqual([1n])
    expect(await quantities(serial, 'zh-CN')).toEqual([2n, 1n])
  })

  it('[LCK-06] are found by the words that they are shown with, in the language of their reader', async () => {
    const person = await createTestPerson('we-lock')
    const [first, old] = ['2026-06-01T10:00:00Z', '2026-05-01T10:00:00Z']
    await store(person, 'service_log', [
      ...Array.from({ length: 2_050 }, (_, at) => ({ at: first, event: 'view', subject: `Door ${at}` })),
      { at: old, event: 'failure', subject: 'Oldest' },
      { at: first, event: 'view', subject: 'A failed try' },
    ])
    const shown = async (search: string, locale: Locale, more: Record<string, unknown> = {}) => {
      const query = RecordsQuery.parse({ search, ...more })
      const page = await listRecords(person.grant('inventory:view'), 'service_log', { ...query, locale })
      return page.rows.map(({ values }) => values.subject)
    }
    // Its words and the words that a code is shown with, also where the newest records hold neither.
    expect(await shown('FAILED', 'en')).toEqual(['A failed try', 'Oldest'])
    expect(await shown('échec', 'fr')).toEqual(['Oldest'])
    expect(await shown('echec', 'fr')).toEqual(['Oldest'])
    expect(await shown('失败', 'zh-CN')).toEqual(['Oldest'])
    expect(await shown('失败', 'en')).toEqual([])
    expect(await shown('échec', 'fr', { from: '2026-05-15' })).toEqual([])
    expect(await shown('浏览', 'zh-CN')).toHaveLength(25)
    expect(await shown('failure', 'fr')).toEqual(['Oldest'])
    // Two letters are looked for in the newest 50,000, and what is shown with them in all.
    await database('system').$executeRaw`
      INSERT INTO data_record (id, brand, subject_id, category, source, sender_id, content_hash, occurred_at, fields)
      SELECT gen_random_uuid(), ${person.brand}, ${person.id}::uuid, 'service_log', 'website', gen_random_uuid(), '\\x00',
        timestamptz '2026-07-01', '{}' FROM generate_series(1, 50000)`
    expect(await shown('Oldest'.slice(0, 2), 'en')).toEqual([])
    expect(await shown('失败', 'zh-CN')).toEqual(['Oldest'])
    expect(await shown('Éc', 'fr')).toEqual(['Oldest'])
  })

  it('[LCK-06] of other kinds are found by the words they are shown with as well', async () => {
    const person = await createTestPerson('energybilling')
    const found = async (category: string, search: string, locale: Locale) =>
      (await listRecords(person.grant('inventory:view'), category, { ...RecordsQuery.parse({ search }), locale })).rows
    await openRequest(person.grant('requests:open'), { kind: 'objection', text: 'no' })
    const { categories } = getManifest(person.brand)
    const key = (shape: string) => categories.find((category) => category.shape === shape)?.key ?? ''
    const own = { brand: person.brand, subjectId: person.id }
    const device = { ...own, serial: 'EB-1', model: 'm', name: 'Cellar' }
    await database('system').device.create({ data: { ...device, kind: 'electricity_meter' } })
    for (const [shape, words] of Object.entries({
      request: { en: 'object to', fr: "m'opposer", 'zh-CN': '反对' },
      device: { en: 'electricity', fr: 'compteur', 'zh-CN': '电表' },
    }))
      for (const locale of LOCALES)
        expect(await found(key(shape), words[locale], locale), `${shape} ${locale}`).toHaveLength(1)
    await database('system').signInEvent.create({
      data: { ...own, outcome: 'wrong_password', method: 'password', ip: '192.0.2.1', client: 'Firefox' },
    })
    const log = await found(key('sign_in_log'), '密码错误', 'zh-CN')
    expect(log.map(({ values }) => [values.method, values.outcome])).toEqual([['password', 'wrong_password']])
    expect(await found(key('sign_in_log'), 'signed in', 'en')).toEqual([])
    expect(await found(key('device'), 'eb-1', 'en')).toHaveLength(1)
    expect(await found(key('request'), 'portability', 'en')).toEqual([])
  })

  it('[LCK-06] are found by their time and their figures, as each reader sees them', async () => {
    const person = await createTestPerson('we-lock')
    // In Paris the 3rd of March begins at eleven in the evening of the 2nd.
    const [old, later] = ['2025-03-02T23:30:00Z', '2026-06-01T10:00:00Z']
    await store(person, 'service_log', [
      ...Array.from({ length: 2_050 }, (_, at) => ({ at: later, event: 'view', subject: `Door ${at}` })),
      { at: old, event: 'view', subject: 'At night' },
      { at: '2025-03-02T22:59:00Z', event: 'view', subject: 'The day before' },
    ])
    await store(person, 'device_log', [{ at: old, model: 'Lock One', battery_percent: 87 }])
    const found = async (category: string, search: string, locale: Locale, more: Record<string, unknown> = {}) =>
      (
        await listRecords(person.grant('inventory:view'), category, {
          ...RecordsQuery.parse({ search, ...more }),
          locale,
        })
      ).rows.map(({ values }) => values.subject ?? values.model)
    for (const [locale, days] of Object.entries({
      en: ['3 March 2025', '3 Mar 2025, 00:30', '3 March'],
      fr: ['3 mars 2025', '3 mars 2025, 00:30', '03/03/2025'],
      'zh-CN': ['2025年3月3日', '2025年3月3日 00:30', '3月3日'],
    } satisfies Record<Locale, string[]>))
      for (const day of days) expect(await found('service_log', day, locale as Locale), day).toEqual(['At night'])
    expect(await found('service_log', 'March 2025', 'en')).toEqual(['At night', 'The day before'])
    expect(await found('service_log', '1 June 2026', 'en')).toHaveLength(25)
    expect(await found('service_log', 'March 2025', 'en', { to: '2025-03-02' })).toEqual(['The day before'])
    expect(await found('service_log', '4 March 2025', 'en')).toEqual([])
    expect(await found('device_log', '87', 'fr')).toEqual(['Lock One'])
    expect(await found('device_log', '87.0', 'en')).toEqual([])
    expect(await found('device_log', '88', 'en')).toEqual([])
  })

  it('[LCK-06] of other kinds are found by amounts, days, quantities and sealed words as well', async () => {
    const { person, bill } = await createBilledPerson('energybilling')
    const { categories, zone } = getManifest(person.brand)
    const found = async (shape: string, search: string, locale: Locale) => {
      const key = categories.find((category) => category.shape === shape)?.key ?? ''
      const query = { ...RecordsQuery.parse({ search }), locale }
      return (await listRecords(person.grant('inventory:view'), key, query)).rows
    }
    const [row] = await found('bill', '', 'en')
    const written = (day: unknown, locale: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
    for (const locale of LOCALES) {
      const { due_on, amount } = row?.values ?? {}
      expect(await found('bill', written(due_on, locale === 'en' ? 'en-GB' : locale), locale), locale).toHaveLength(1)
      const places = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 })
      expect(await found('bill', places.format(Number(amount)), locale), locale).toHaveLength(1)
    }
    expect(await found('bill', String(bill.number), 'en')).toHaveLength(1)
    expect(await found('bill', '1 January 1999', 'en')).toEqual([])
    await meterTestUse(person, { utility: 'gas', unit: 'l', quantity: 1_234_567n, at: '2026-03-03T02:00:00Z', zone })
    expect(await found('reading', '1 234,567 m³', 'fr')).toMatchObject([{ values: { quantity: 1_234_567n } }])
    expect(await found('reading', '1,234.567 m³', 'en')).toHaveLength(1)
    expect(await found('reading', '1,234.567', 'en')).toEqual([])
    expect(await found('reading', '2026年3月3日 10:00', 'zh-CN')).toHaveLength(1)
    expect(await found('reading', '2026年3月3日 10:01', 'zh-CN')).toEqual([])
    await openRequest(person.grant('requests:open'), { kind: 'objection', text: 'Not my letterbox' })
    expect(await found('request', 'LETTERBOX', 'en')).toHaveLength(1)
    const { purposes } = getManifest(person.brand)
    const optional = purposes.find(({ kind }) => kind === 'optional')
    await decideConsent(person.grant('consents:decide'), {
      purpose: optional?.key ?? '',
      decision: 'refused',
      locale: 'en',
    })
    for (const locale of LOCALES)
      expect(await found('consent', optional?.name[locale] ?? '', locale), locale).toMatchObject([
        { values: { purpose: optional?.key } },
      ])
    expect(await found('registration', 'nothing of the kind', 'en')).toEqual([])
  })

  it('pages through what was found by words, each record once', async () => {
    const person = await createTestPerson('we-lock')
    await store(
      person,
      'service_log',
      Array.from({ length: 60 }, (_, at) => ({
        at: `2026-06-0${1 + (at % 3)}T10:00:00Z`,
        event: 'view',
        subject: `needle ${at}`,
      })),
    )
    const seen: unknown[] = []
    let at: readonly string[] | null = []
    while (at) {
      const page = await listRecords(
        person.grant('inventory:view'),
        'service_log',
        RecordsQuery.parse({ search: 'needle', at: [...at] }),
      )
      seen.push(...page.rows.map(({ values }) => values.subject))
      at = page.older
    }
    expect(seen).toHaveLength(60)
    expect(new Set(seen).size).toBe(60)
  })

  it('searches nobody else’s records, and nothing without a person', async () => {
    const [person, other] = [await createTestPerson('we-lock'), await createTestPerson('we-lock')]
    await store(person, 'service_log', [{ at: '2026-06-01T10:00:00Z', event: 'view', subject: 'private needle' }])
    const found = (who: TestPerson) =>
      inScope(
        who.grant('inventory:view'),
        (tx) =>
          tx.$queryRaw<
            unknown[]
          >`SELECT * FROM search_data_records('service_log', 'private needle', NULL, NULL, NULL, NULL, NULL, 10)`,
      )
    expect(await found(person)).toHaveLength(1)
    expect(await found(other)).toEqual([])
    const withoutScope = await database('app').$queryRaw`
      SELECT * FROM search_data_records('service_log', 'private needle', NULL, NULL, NULL, NULL, NULL, 10)`
    expect(withoutScope).toEqual([])
  })

  it('are deleted by days of the brand’s zone, both included, and no others', async () => {
    const person = await createTestPerson('we-lock')
    // In Paris the night of the 2nd begins at ten in the evening of the 1st.
    const times = ['2026-06-01T21:59:00Z', '2026-06-01T22:00:00Z', '2026-06-03T21:59:00Z', '2026-06-03T22:00:00Z']
    await store(
      person,
      'service_log',
      times.map((at, index) => ({ at, event: 'view', subject: String(index) })),
    )
    const grant = person.grant('inventory:delete')
    const days = { category: 'service_log', from: '2026-06-02', to: '2026-06-03' }
    expect(await deleteRange(grant, DeleteRange.parse(days))).toBe(2)
    expect(await deleteRange(grant, DeleteRange.parse(days))).toBe(0)
    expect(await subjects(person, '')).toEqual(['3', '0'])
    await expect(deleteRange(grant, { ...days, category: 'bills' })).rejects.toMatchObject({
      code: 'inventory.not_deletable',
    })
    for (const wrong of [{ from: '', to: '' }, { from: '2026-02-30' }, { from: '2026-06-03', to: '2026-06-02' }])
      expect(DeleteRange.safeParse({ ...days, ...wrong }).success).toBe(false)
  })

  it('[WEA-09] given by another person say so by a code, never a name, and can be contested with an answer due', async () => {
    const [person, other] = [await createTestPerson('we-app'), await createTestPerson('we-app')]
    const send = async (given_by: string) => {
      const record = {
        id: randomUUID(),
        category: 'from_others',
        subject: { ref: person.ref },
        occurredAt: '2026-06-01T10:00:00Z',
        fields: { given_by, occasion: 'report', statement: 'Loud at night' },
      }
      const intake = systemGrant('test', 'intake:write', { brand: 'we-app' })
      const [outcome] = await receiveRecords(intake, { records: [record] })
      return outcome?.status === 'refused' ? outcome.reason : outcome?.status
    }
    for (const name of ['Jo Doe', 'JODOE', 'jo@mail.example', '+49 170 1234567', '491701234567', 'M-4107 Jo'])
      expect(await send(name), name).toBe('intake.field_wrong')
    // A sender who does not say so is still telling what somebody else said: the whole category is that.
    expect(await send('M-4107')).toBe('stored')
    const [record] = await rows(person, 'from_others')
    expect(record).toMatchObject({ givenByOther: true, values: { given_by: 'M-4107', statement: 'Loud at night' } })
    expect(record?.contestedAt).toBeUndefined()
    const contest = { category: 'from_others', record: record?.id ?? '', reason: 'I was not at home.' }
    await expect(contestRecord(other.grant('requests:open'), contest)).rejects.toMatchObject({
      code: 'inventory.not_found',
    })
    // Two tabs, or a double click: one request of one person, who is not asked to follow two.
    const [{ request } = { request: null }, ...more] = (
      await Promise.all([1, 2, 3].map(() => contestRecord(person.grant('requests:open'), contest)))
    ).toSorted((a) => (a.request ? -1 : 1))
    expect(more).toEqual([{ request: null }, { request: null }])
    if (!request) throw new Error('nothing was opened')
    const [contested] = await rows(person, 'from_others')
    expect(contested?.contestedAt).toBeInstanceOf(Date)
    const opened = await database('system').rightsRequest.findUniqueOrThrow({ where: { id: request } })
    expect(opened).toMatchObject({ kind: 'objection', state: 'received', subjectId: person.id })
    expect(opened.dueAt).toBeInstanceOf(Date)
    expect(await database('system').rightsRequest.count({ where: { subjectId: other.id } })).toBe(0)
  })

  it('[WEA-06] of every category are shown, and corrected by hand where that can be, by a request everywhere', async () => {
    const person = await createTestPerson('we-app')
    const deviceId = await store(person, 'access_log', [{ at: '2026-06-01T10:00:00Z', ip_address: '192.0.2.7' }])
    await editProfile(person.grant('profile:edit'), { nickname: 'Corrected' })
    expect((await rows(person, 'profile'))[0]?.values.nickname).toBe('Corrected')
    await renameDevice(person.grant('devices:rename'), { deviceId, name: 'Corrected' })
    expect((await rows(person, 'devices'))[0]?.values.name).toBe('Corrected')
    const { categories } = getManifest('we-app')
    for (const { key } of categories) {
      expect(Array.isArray(await rows(person, key)), key).toBe(true)
      await openRequest(person.grant('requests:open'), { kind: 'correction', text: `${key}: this is wrong` })
    }
    const asked = (await rows(person, 'requests')).map(({ values }) => [values.kind, values.message])
    expect(asked).toHaveLength(categories.length)
    for (const { key } of categories) expect(asked).toContainEqual(['correction', `${key}: this is wrong`])
    // Each goes on to a decision of staff, which the person reads where they asked.
    const { grant } = await createOperator()
    for (const request of await listRequests(person.grant('requests:view'), { limit: 50 })) {
      await takeRequest(grant('requests:handle', 'we-app'), { request: request.id })
      await answerRequest(grant('requests:handle', 'we-app'), { request: request.id, text: `Corrected: ${request.id}` })
      const { state, entries } = await getRequest(person.grant('requests:view'), request.id)
      expect([state, entries.at(-1)?.words]).toEqual(['answered', `Corrected: ${request.id}`])
    }
    // What nobody changes alone stands in their data as it was decided.
    const evidence = new File([PNG], 'passport.png', { type: 'image/png' })
    const birth = { kind: 'correction', text: 'a slip', field: 'birth_date', value: '1990-12-31', evidence } as const
    const { id: request } = await openRequest(person.grant('requests:open'), birth)
    await acceptCorrection(grant('requests:correct', 'we-app'), { request, text: REASON })
    const [registration] = await rows(person, 'registration')
    expect(registration?.values.birth_date).toBe('1990-12-31')
  })
})

describe('a record corrected by the hand of its person', () => {
  const correct = (person: TestPerson, category: string, record: string, typed: Record<string, string>) =>
    correctRecord(person.grant('inventory:correct'), { category, record, typed })

  it('[ECH-08] says what they wrote, that it is theirs, and stays so when the phone sends the old once more', async () => {
    const person = await createTestPerson('we-e-charge')
    const sent = {
      senderId: randomUUID(),
      category: 'phone_information',
      subjectId: person.id,
      deviceId: null,
      occurredAt: new Date('2026-05-01T10:00:00Z'),
      givenByOther: false,
      values: { device_name: 'Old phone', device_model: 'P50', device_identifier: '49-015420', language: 'en' },
    }
    const intake = systemGrant('test', 'intake:write', { brand: person.brand })
    await storeRecords(intake, [sent])
    const [row] = await rows(person, 'phone_information')
    await correct(person, 'phone_information', row?.id ?? '', { device_name: ' Neues Telefon ', language: '' })
    expect(await storeRecords(intake, [sent])).toEqual(['duplicate'])
    const [shown] = await rows(person, 'phone_information', { search: 'neues' })
    expect(shown?.values).toMatchObject({ device_name: 'Neues Telefon', device_model: 'P50', language: null })
    expect(shown?.correctedAt).toBeInstanceOf(Date)
    const { row: read } = await readCorrectable(person.grant('inventory:reveal'), 'phone_information', row?.id ?? '')
    expect(read.values.device_identifier).toBe('49-015420')
    const events = await database('system').auditEvent.findMany({
      where: { subjectId: person.id },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ name, detail }) => [name, detail])).toEqual([
      ['inventory.record_corrected', { category: 'phone_information', fields: 'device_name language' }],
      ['inventory.revealed', { category: 'phone_information' }],
    ])
  })

  it('keeps sensitive values and lists sealed', async () => {
    const person = await createTestPerson('we-lock')
    await store(person, 'questionnaires', [{ at: '2026-06-01T10:00:00Z', title: 'Fair' }])
    const [row] = await rows(person, 'questionnaires')
    const typed = { name: 'Ada Lovelace', answers: 'Blue; or green\n\n 42 ' }
    await correct(person, 'questionnaires', row?.id ?? '', typed)
    const [stored] = await database('system').dataRecord.findMany({ where: { subjectId: person.id } })
    expect(stored?.fields).toEqual({ title: 'Fair' })
    const { row: read } = await readCorrectable(person.grant('inventory:reveal'), 'questionnaires', row?.id ?? '')
    expect(read.values).toMatchObject({ title: 'Fair', name: 'Ada Lovelace', answers: 'Blue; or green\n42' })
  })

  it('is refused what is locked, empty, too long or impossible, and everything of somebody else', async () => {
    const [person, other] = [await createTestPerson('we-app'), await createTestPerson('we-app')]
    await store(person, 'device_information', [{ at: '2026-06-01T10:00:00Z', os_type: 'Android' }])
    await store(person, 'access_log', [{ at: '2026-06-01T10:00:00Z', ip_address: '192.0.2.7' }])
    const [row] = await rows(person, 'device_information')
    const [log] = await rows(person, 'access_log')
    const codeOf = (run: Promise<unknown>) => run.then(() => 'taken').catch((fault) => fault.code)
    const id = row?.id ?? ''
    expect({
      locked: await codeOf(correct(person, 'access_log', log?.id ?? '', { ip_address: '192.0.2.8' })),
      unknown: await codeOf(correct(person, 'device_information', id, { subject_id: other.id })),
      empty: await codeOf(correct(person, 'device_information', id, { os_type: ' ' })),
      long: await codeOf(correct(person, 'device_information', id, { os_type: 'x'.repeat(401) })),
      nul: await codeOf(correct(person, 'device_information', id, { os_type: 'a\0b' })),
      foreign: await codeOf(correct(other, 'device_information', id, { os_type: 'Mine' })),
      otherCategory: await codeOf(correct(person, 'device_information', log?.id ?? '', { os_type: 'Mine' })),
    }).toEqual({
      locked: 'inventory.not_editable',
      unknown: 'inventory.not_editable',
      empty: 'inventory.value_missing',
      long: 'inventory.value_long',
      nul: 'inventory.value_wrong',
      foreign: 'inventory.not_found',
      otherCategory: 'inventory.not_found',
    })
    const closed = readCorrectable(person.grant('inventory:reveal'), 'access_log', log?.id ?? '')
    await expect(closed).rejects.toMatchObject({ code: 'inventory.not_found' })
    expect((await rows(person, 'device_information'))[0]?.values.os_type).toBe('Android')
    const hostile = {
      value_os_type: '=HYPERLINK(1)',
      value_: 'x',
      os_type: 'y',
      category: 'device_information',
      record: id,
    }
    expect(CorrectRecord.parse(hostile).typed).toEqual({ os_type: '=HYPERLINK(1)', '': 'x' })
  })
})
