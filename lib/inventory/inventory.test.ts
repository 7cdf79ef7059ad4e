import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { decideConsent, listConsents } from '#lib/consents/index.ts'
import { renameDevice } from '#lib/devices/index.ts'
import { startOfDay } from '#lib/platform/calendar/index.ts'
import { seal, sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { editProfile } from '#lib/profile/index.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { deleteCategory, deleteRecord, keptUntil, listCategories, listRecords, revealRecord } from './index.ts'
import { askedRecords, DeleteRange, DeleteRecord, RecordsQuery, ROWS_PER_PAGE } from './schema.ts'

const query = (given: Record<string, unknown> = {}) => RecordsQuery.parse(given)

/** Error reports of an energybilling phone, one a minute, the first being the oldest. */
async function makeRecords(person: TestPerson, category: string, rows: readonly Record<string, string>[]) {
  const start = Date.parse('2026-03-01T00:00:00Z')
  await database('system').dataRecord.createMany({
    data: rows.map((fields, at) => ({
      brand: person.brand,
      subjectId: person.id,
      category,
      source: 'phone_app',
      senderId: randomUUID(),
      contentHash: sha256(''),
      occurredAt: new Date(start + at * 60_000),
      fields,
    })),
  })
}

async function walk(person: TestPerson, category: string, given: Record<string, unknown> = {}) {
  const pages: string[][] = []
  let at: readonly string[] = []
  for (let turn = 0; turn < 20; turn += 1) {
    const page = await listRecords(person.grant('inventory:view'), category, query({ ...given, at: [...at] }))
    pages.push(page.rows.map((row) => String(row.values.code)))
    if (!page.older) return { pages, last: page }
    at = page.older
  }
  throw new Error('the pages do not end')
}

describe('inventory', () => {
  it('counts every category of the manifest in its order, the empty ones too, and each person alone', async () => {
    const [person, other] = [await createTestPerson('energybilling'), await createTestPerson('energybilling')]
    await makeRecords(person, 'error_log', [{ code: 'E1' }, { code: 'E2' }])
    const counted = await listCategories(person.grant('inventory:view'))
    expect(counted.map((entry) => entry.category.key)).toEqual(
      getManifest('energybilling').categories.map((category) => category.key),
    )
    const log = counted.find((entry) => entry.category.key === 'error_log')
    expect(log).toMatchObject({ rows: 2, newest: new Date('2026-03-01T00:01:00Z') })
    const others = await listCategories(other.grant('inventory:view'))
    expect(others.find((entry) => entry.category.key === 'error_log')).toMatchObject({ rows: 0, newest: null })
  })

  it('pages through rows by key, newest first, each exactly once, and back again', async () => {
    const person = await createTestPerson('energybilling')
    const codes = Array.from({ length: ROWS_PER_PAGE * 2 + 3 }, (_, at) => `E${at}`)
    await makeRecords(
      person,
      'error_log',
      codes.map((code) => ({ code })),
    )
    const { pages, last } = await walk(person, 'error_log')
    expect(pages.map((page) => page.length)).toEqual([ROWS_PER_PAGE, ROWS_PER_PAGE, 3])
    expect(pages.flat()).toEqual(codes.toReversed())
    const back = await listRecords(person.grant('inventory:view'), 'error_log', query({ at: [...(last.newer ?? [])] }))
    expect(back.rows.map((row) => row.values.code)).toEqual(pages[1])
  })

  it('[WEA-07] shows device information and access logs of We app with real records, searched, filtered by day and paged', async () => {
    const person = await createTestPerson('we-app')
    const log = Array.from({ length: ROWS_PER_PAGE + 5 }, (_, at) => ({
      ip_address: `192.0.2.${at}`,
      os_type: at === 7 ? 'Plan 9 100%' : 'Android',
      browser_type: 'Chrome',
      language: 'fr',
    }))
    await makeRecords(person, 'access_log', log)
    await makeRecords(person, 'device_information', [{ os_type: 'iOS', browser_type: 'Safari', language: 'en' }])
    const grant = person.grant('inventory:view')
    const first = await listRecords(grant, 'access_log', query())
    expect(first.category.fields.map((field) => field.key)).toEqual([
      'ip_address',
      'os_type',
      'browser_type',
      'language',
    ])
    expect(first.rows[0]?.values).toEqual(log.at(-1))
    expect(first.rows).toHaveLength(ROWS_PER_PAGE)
    const second = await listRecords(grant, 'access_log', query({ at: [...(first.older ?? [])] }))
    expect(second.rows).toHaveLength(5)
    expect((await listRecords(grant, 'access_log', query({ search: '9 100%' }))).rows).toHaveLength(1)
    expect((await listRecords(grant, 'access_log', query({ search: '%' }))).rows).toHaveLength(1)
    expect((await listRecords(grant, 'access_log', query({ from: '2026-03-02' }))).rows).toHaveLength(0)
    expect((await listRecords(grant, 'access_log', query({ to: '2026-03-01' }))).rows).toHaveLength(ROWS_PER_PAGE)
    const device = await listRecords(grant, 'device_information', query())
    expect(device.rows[0]?.values).toEqual({ os_type: 'iOS', browser_type: 'Safari', language: 'en' })
  })

  it('[ENB-04] shows device identifiers, software, start-ups and errors, the identifiers masked until revealed, and records who looked', async () => {
    const person = await createTestPerson('energybilling')
    const id = randomUUID()
    const identifiers = {
      imei: '490154203237518',
      android_id: 'a1b2',
      idfa: 'f-1',
      imsi: 'i-1',
      oaid: 'o-1',
      mac_address: 'aa:bb',
    }
    await database('system').dataRecord.create({
      data: {
        id,
        brand: 'energybilling',
        subjectId: person.id,
        category: 'device_identifiers',
        source: 'phone_app',
        senderId: id,
        contentHash: sha256(''),
        occurredAt: new Date('2026-03-01T00:00:00Z'),
        fields: { device_model: 'P60' },
        sealed: seal(JSON.stringify(identifiers), `data_record ${id}`),
      },
    })
    const page = await listRecords(person.grant('inventory:view'), 'device_identifiers', query())
    expect(page.rows[0]?.values).toMatchObject({ device_model: 'P60', imei: null, oaid: null, mac_address: null })
    const sensitive = page.category.fields.filter((field) => field.sensitive).map((field) => field.key)
    expect(sensitive).toEqual(['imei', 'android_id', 'idfa', 'imsi', 'oaid', 'mac_address'])
    const revealed = await revealRecord(person.grant('inventory:reveal'), 'device_identifiers', query({ reveal: id }))
    expect(revealed?.values).toMatchObject({ imei: '490154203237518', oaid: 'o-1' })
    const seen = await inScope(person.grant('inventory:view'), (tx) =>
      tx.auditEvent.findMany({ where: { name: 'inventory.revealed' } }),
    )
    expect(seen).toMatchObject([{ target: id, actorKind: 'person', detail: { category: 'device_identifiers' } }])
    for (const key of ['software_list', 'startup_log', 'error_log'])
      expect((await listRecords(person.grant('inventory:view'), key, query())).category.shape).toBe('record')
  })

  it('[ECH-08] deletes one row, and all rows of a category, of the person alone, and shows what was updated', async () => {
    const [person, other] = [await createTestPerson('we-e-charge'), await createTestPerson('we-e-charge')]
    await editProfile(person.grant('profile:edit'), { nickname: 'Mira', car_model: 'Zoe' })
    const profile = await listRecords(person.grant('inventory:view'), 'profile', query())
    expect(profile.rows[0]?.values).toMatchObject({ nickname: 'Mira', car_model: 'Zoe' })
    const device = await database('system').device.create({
      data: { brand: 'we-e-charge', subjectId: person.id, kind: 'charger', serial: 's', model: 'm', name: 'Old name' },
    })
    await renameDevice(person.grant('devices:rename'), { deviceId: device.id, name: 'Garage' })
    const devices = await listRecords(person.grant('inventory:view'), 'devices', query())
    expect(devices.rows[0]?.values).toMatchObject({ name: 'Garage' })
    await deleteRecord(person.grant('inventory:delete'), { category: 'devices', record: device.id })
    expect((await listRecords(person.grant('inventory:view'), 'devices', query())).rows).toEqual([])
    await deleteCategory(person.grant('inventory:delete'), { category: 'profile', locale: 'en' })
    expect((await listRecords(person.grant('inventory:view'), 'profile', query())).rows).toEqual([])
    for (const one of [person, other])
      await makeRecords(one, 'phone_information', [{ device_name: 'a' }, { device_name: 'b' }, { device_name: 'c' }])
    const names = async (one: TestPerson) =>
      (await listRecords(one.grant('inventory:view'), 'phone_information', query())).rows.map(
        (row) => row.values.device_name,
      )
    const page = await listRecords(person.grant('inventory:view'), 'phone_information', query())
    const record = page.rows[1]?.id ?? ''
    await expect(
      deleteRecord(other.grant('inventory:delete'), { category: 'phone_information', record }),
    ).rejects.toMatchObject({ code: 'inventory.not_found' })
    await deleteRecord(person.grant('inventory:delete'), { category: 'phone_information', record })
    expect(await names(person)).toEqual(['c', 'a'])
    expect(
      await deleteCategory(person.grant('inventory:delete'), { category: 'phone_information', locale: 'en' }),
    ).toBe(2)
    expect(await names(person)).toEqual([])
    expect(await names(other)).toEqual(['c', 'b', 'a'])
  })

  it('withdraws the consent of a category that is deleted whole, with a record, so that nothing more is collected', async () => {
    const person = await createTestPerson('wellborne-plus')
    await decideConsent(person.grant('consents:decide'), {
      purpose: 'website_statistics',
      decision: 'granted',
      locale: 'en',
    })
    await makeRecords(person, 'website_visits', [{ page: '/a' }])
    await deleteCategory(person.grant('inventory:delete'), { category: 'website_visits', locale: 'fr' })
    const consents = await listConsents(person.grant('consents:view'), 'fr')
    const statistics = consents.find((consent) => consent.purpose === 'website_statistics')
    expect(statistics).toMatchObject({ granted: false, last: { decision: 'withdrawn' } })
    // Where nothing was allowed there is nothing to withdraw.
    await deleteCategory(person.grant('inventory:delete'), { category: 'mail_activity', locale: 'fr' })
    expect(consents.find((consent) => consent.purpose === 'mail_tracking')?.last).toBeNull()
  })

  it('refuses to delete what is kept for a reason, and what is no category', async () => {
    const person = await createTestPerson('we-app')
    const grant = person.grant('inventory:delete')
    await expect(deleteCategory(grant, { category: 'consents', locale: 'en' })).rejects.toMatchObject({
      code: 'inventory.not_deletable',
    })
    await expect(deleteRecord(grant, { category: 'consents', record: randomUUID() })).rejects.toMatchObject({
      code: 'inventory.not_deletable',
    })
    await expect(listRecords(person.grant('inventory:view'), 'nothing', query())).rejects.toMatchObject({
      code: 'inventory.not_found',
    })
  })

  it('reads what an address says, and nothing that no page of ours wrote', () => {
    expect(query({ from: 'yesterday', to: '2026-02-30', search: 'x'.repeat(200), reveal: "1' OR 1" })).toEqual({
      search: '',
      from: '',
      to: '',
      device: '',
      at: [],
      reveal: undefined,
    })
    expect(query({ at: Array.from({ length: 50 }, (_, at) => `c${at}`) }).at).toHaveLength(20)
  })

  it('keeps what was written and says what is wrong with it, where it cannot be looked for', () => {
    const asked = (from: string, to = '', search = '') => askedRecords({ from, to, search })
    expect(asked('0014-01-01', '2026-02-30', 'x'.repeat(101))).toEqual({
      typed: { search: 'x'.repeat(101), from: '0014-01-01', to: '2026-02-30', device: '' },
      faults: { search: 'inventory.search_long', from: 'inventory.day_wrong', to: 'inventory.day_wrong' },
    })
    expect(asked('2026-02-02', '2026-02-01').faults).toEqual({ to: 'inventory.range_reversed' })
    expect(asked('2026-02-01', '2026-02-01', 'a').faults).toEqual({})
    expect(askedRecords({ from: ['2026-01-01', 'x'] })).toEqual({
      typed: { search: '', from: '', to: '', device: '' },
      faults: {},
    })
  })

  it('survives every forged place, day and id in any category', async () => {
    const person = await createTestPerson('we-lock')
    const id = randomUUID()
    const forged = ['0', 'zzzzzzzzz', 'mabc123'].flatMap((time) =>
      ['', '@x', '@2026-01-01T00:00:00.000Z', ':a', '~', '@__proto__'].map((end) => `${time}_${id}${end}`),
    )
    const days = ['0000-01-01', '0001-01-01', '0014-01-01', '9999-12-31', '2026-02-30']
    for (const { key } of getManifest('we-lock').categories) {
      const found = (given: Record<string, unknown>) =>
        listRecords(person.grant('inventory:view'), key, query(given)).then(({ rows }) => rows.length)
      for (const at of forged) expect(await found({ at })).toBeTypeOf('number')
      for (const day of days) expect(await found({ from: day, to: day })).toBeTypeOf('number')
      expect(DeleteRecord.safeParse({ category: key, record: `${id}@2026-01-01` }).success).toBe(false)
    }
    for (const day of ['0014-01-01', '9999-12-31'])
      expect(DeleteRange.safeParse({ category: 'service_log', from: day, to: '' }).error?.issues).toMatchObject([
        { path: ['from'], message: 'inventory.day_wrong' },
      ])
  })

  it('begins a day where the zone does, across changes of the clocks', () => {
    expect(startOfDay('2026-03-29', 'Europe/Paris').toISOString()).toBe('2026-03-28T23:00:00.000Z')
    expect(startOfDay('2026-03-29', 'Europe/Paris', 1).toISOString()).toBe('2026-03-29T22:00:00.000Z')
    expect(startOfDay('2026-07-01', 'Asia/Shanghai').toISOString()).toBe('2026-06-30T16:00:00.000Z')
    // However long ago: the clocks of then followed the sun.
    expect(startOfDay('0014-01-02', 'Europe/Paris').toISOString()).toBe('0014-01-01T23:50:39.000Z')
  })

  it('says until when a row is kept', () => {
    const at = new Date('2026-01-01T00:00:00Z')
    const closes = new Date('2026-02-01T00:00:00Z')
    const { categories } = getManifest('we-app')
    const until = (key: string, closesAt: Date | null) => {
      const category = categories.find((candidate) => candidate.key === key)
      return category && keptUntil(category, at, closesAt)
    }
    expect(until('location', null)).toEqual({ kind: 'on', at: new Date('2026-04-01T00:00:00Z') })
    expect(until('location', closes)).toEqual({ kind: 'on', at: closes })
    // Kept against fraud, whatever becomes of the account.
    expect(until('sign_in_log', closes)).toEqual({ kind: 'on', at: new Date('2026-06-30T00:00:00Z') })
    expect(until('profile', null)).toEqual({ kind: 'account' })
    expect(until('profile', closes)).toEqual({ kind: 'on', at: closes })
    expect(until('bills', null)).toEqual({ kind: 'after_closing', days: 1095 })
    expect(until('bills', closes)).toEqual({ kind: 'on', at: new Date('2029-01-31T00:00:00Z') })
  })
})
