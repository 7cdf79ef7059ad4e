import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { registerMeter, storeReadings } from '#lib/metering/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { seal, sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { environment } from '#lib/platform/environment.ts'
import { CdrObject } from '#lib/tariffs/ocpi/cdr-object.ts'
import { chargeTestUse } from '#lib/testing/billed-person.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { readZip } from '#lib/testing/read-zip.ts'
import { buildExport, expireExports, listExports, openExport, requestExport } from './index.ts'
import { MAY_COME_FROM } from './lifecycle.ts'
import { moveExport } from './move-export.ts'
import { EXPORT_STATES, type ExportState } from './schema.ts'

const HOSTILE = '=cmd|\'/c calc\'!A1, "quoted"\r\nand a second line'

async function makeRecords(person: TestPerson, category: string, count: number, fields: Record<string, unknown>) {
  await database('system').dataRecord.createMany({
    data: Array.from({ length: count }, (_, at) => {
      const id = randomUUID()
      const sealed = category === 'device_identifiers' ? { sealed: seal('{"imei":"490154"}', `data_record ${id}`) } : {}
      return {
        id,
        brand: person.brand,
        subjectId: person.id,
        category,
        source: 'phone_app',
        senderId: id,
        contentHash: sha256(''),
        occurredAt: new Date(Date.parse('2026-03-01T00:00:00Z') + at * 1000),
        fields: { ...fields, ...(category === 'error_log' ? { code: `E${at}` } : {}) },
        ...sealed,
      }
    }),
  })
}

const build = (person: TestPerson, id: string) =>
  buildExport(systemGrant('job:exports.build', 'exports:build', { brand: person.brand, subject: person.id }), id)

async function download(person: TestPerson, id: string) {
  const opened = await openExport(person.grant('exports:download'), id)
  return buffer(await opened.read())
}

const stateOf = async (person: TestPerson, id: string) =>
  (await listExports(person.grant('exports:view'))).find((row) => row.id === id)?.state

beforeAll(useOwnDatabase)
afterEach(() => clock.shift(0))

describe('exports', () => {
  it('make an archive of every category as JSON and CSV, with what is to be told about it', async () => {
    // In the language in which it was asked for, whatever the account's is.
    const person = await createTestPerson('energybilling', { locale: 'en' })
    await makeRecords(person, 'error_log', 5_001, { message: HOSTILE })
    await makeRecords(person, 'device_identifiers', 1, { device_model: 'P60' })
    const other = await createTestPerson('energybilling')
    await makeRecords(other, 'error_log', 3, { message: 'of somebody else' })
    const { id } = await requestExport(person.grant('exports:request'), 'fr')
    await build(person, id)
    const zip = await download(person, id)
    const files = readZip(zip)
    const { categories } = getManifest('energybilling')
    const about = JSON.parse(files.get('about.json')?.toString() ?? '')
    const held = about.categories.map((category: { key: string }) => category.key)
    expect([...files.keys()].toSorted()).toEqual(
      ['README.txt', 'about.json', ...held.flatMap((key: string) => [`${key}.json`, `${key}.csv`])].toSorted(),
    )
    expect(about.controller.email).toBe('service@compere-power.com')
    expect(about.categories.find((entry: { key: string }) => entry.key === 'error_log')).toMatchObject({
      records: 5_001,
      name: categories.find((category) => category.key === 'error_log')?.name.fr,
      legal_basis: expect.any(String),
      recipients: expect.any(Array),
      retention: { rule: 'days', days: 365 },
    })
    expect(files.get('README.txt')?.toString()).toContain('EnergyBilling')

    const json = JSON.parse(files.get('error_log.json')?.toString() ?? '')
    expect(json).toHaveLength(5_001)
    expect(json[0]).toMatchObject({
      record_time: '2026-03-01T01:23:20.000Z',
      values: { code: 'E5000', message: HOSTILE },
    })
    // Spreadsheets know UTF-8 by its marker alone, and show Chinese as other signs without it.
    for (const key of held) expect(files.get(`${key}.csv`)?.subarray(0, 3).toString('hex'), key).toBe('efbbbf')
    const csv: Record<string, string>[] = parse(files.get('error_log.csv') ?? '', { columns: true, bom: true })
    expect(csv.map((row) => row.code)).toEqual(json.map((row: { values: { code: string } }) => row.values.code))
    // Safe in a spreadsheet, and nothing lost.
    expect(csv[0]?.message).toBe(`'${HOSTILE}`)
    // Their own data, so unmasked.
    expect(JSON.parse(files.get('device_identifiers.json')?.toString() ?? '')[0].values.imei).toBe('490154')

    const [view] = await listExports(person.grant('exports:view'))
    expect(view).toMatchObject({ state: 'ready', bytes: zip.length, sha256: sha256(zip).toString('hex') })
    expect(view?.stepsDone).toBe(view?.stepsTotal)
  })

  it('hold what meters measured in the standard format too, where there are any', async () => {
    const person = await createTestPerson('energybilling', { locale: 'zh-CN' })
    const grant = systemGrant('test', 'intake:write', { brand: person.brand, subject: person.id })
    const meter = await registerMeter(grant, {
      serial: `M-${randomUUID()}`,
      utility: 'electricity',
      supplyPoint: 'Home',
      zone: 'Asia/Shanghai',
    })
    const [startedAt, endedAt] = [new Date('2026-03-01T00:00:00Z'), new Date('2026-03-01T01:00:00Z')]
    await inScope(grant, (tx) =>
      storeReadings(tx, meter, [{ senderId: randomUUID(), startedAt, endedAt, quantity: 4_711n }]),
    )
    const { id } = await requestExport(person.grant('exports:request'), 'en')
    // As it was asked for before the language was kept: then it is the account's.
    await database('system').export.update({ where: { id }, data: { locale: null } })
    await build(person, id)
    const files = readZip(await download(person, id))
    expect(files.get('energy-usage.xml')?.toString()).toContain('<value>4711</value>')
    expect(JSON.parse(files.get('about.json')?.toString() ?? '').standard_files).toContainEqual({
      name: 'energy-usage.xml',
      standard: expect.stringContaining('REQ.21'),
    })
    expect(files.get('README.txt')?.toString()).toContain('energy-usage.xml 以 Green Button 格式')
  })

  it('hold charging sessions as records of OCPI too, where there are any', async () => {
    const person = await createTestPerson('we-e-charge', { locale: 'zh-CN' })
    await chargeTestUse(person, 10_000n)
    const { id } = await requestExport(person.grant('exports:request'), 'fr')
    await build(person, id)
    const files = readZip(await download(person, id))
    const [cdr, ...more] = JSON.parse(files.get('charging-sessions.ocpi.json')?.toString() ?? '')
    expect(more).toEqual([])
    expect(CdrObject.parse(cdr)).toMatchObject({ total_energy: 10, total_cost: { excl_vat: 4.15 } })
    expect(JSON.parse(files.get('about.json')?.toString() ?? '').standard_files).toEqual([
      { name: 'charging-sessions.ocpi.json', standard: 'OCPI 2.2.1, CDR objects' },
    ])
    expect(files.get('README.txt')?.toString()).toContain('charging-sessions.ocpi.json contient vos recharges')
    // What the record of OCPI is made of stands in the category as it was stored.
    const [row] = JSON.parse(files.get('charging_sessions.json')?.toString() ?? '')
    expect(cdr.session_id).toBe(row.record_id)
  })

  it('are sealed on disk, downloaded by nobody else and only after a recent sign-in, and each download is recorded', async () => {
    const [person, other] = [await createTestPerson('we-app'), await createTestPerson('we-app')]
    const { id } = await requestExport(person.grant('exports:request'), 'en')
    await expect(openExport(person.grant('exports:download'), id)).rejects.toMatchObject({ code: 'exports.not_ready' })
    await build(person, id)
    await expect(openExport(other.grant('exports:download'), id)).rejects.toMatchObject({ code: 'exports.not_found' })
    await expect(openExport(person.grant('exports:download'), 'x')).rejects.toMatchObject({ code: 'exports.not_found' })
    await download(person, id)
    const events = await inScope(person.grant('exports:view'), (tx) =>
      tx.auditEvent.findMany({ where: { target: id }, orderBy: { id: 'asc' } }),
    )
    expect(events.map((event) => [event.name, event.actorKind])).toEqual([
      ['export.requested', 'person'],
      ['export.ready', 'system'],
      ['export.downloaded', 'person'],
    ])
  })

  it('read ranges that join to the whole', async () => {
    const person = await createTestPerson('we-app')
    const { id } = await requestExport(person.grant('exports:request'), 'en')
    await build(person, id)
    const whole = await download(person, id)
    const opened = await openExport(person.grant('exports:download'), id)
    const middle = Math.floor(whole.length / 2)
    const parts = [
      await buffer(await opened.read({ start: 0, end: middle })),
      await buffer(await opened.read({ start: middle + 1, end: opened.bytes - 1 })),
    ]
    expect(Buffer.concat(parts)).toEqual(whole)
  })

  it('are made one at a time and five a day, also when asked for twice at once', async () => {
    const person = await createTestPerson('we-app')
    const grant = person.grant('exports:request')
    const twice = await Promise.allSettled([requestExport(grant, 'en'), requestExport(grant, 'en')])
    expect(twice.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    expect(twice.find((outcome) => outcome.status === 'rejected')?.reason).toMatchObject({ code: 'exports.under_way' })
    const finish = () =>
      database('system').export.updateMany({ where: { subjectId: person.id }, data: { state: 'ready' } })
    await finish()
    for (let time = 2; time <= 5; time += 1) {
      await requestExport(grant, 'en')
      await finish()
    }
    await expect(requestExport(grant, 'en')).rejects.toMatchObject({ code: 'exports.quota' })
    clock.shift(25 * 3_600_000)
    await requestExport(person.grant('exports:request'), 'en')
  })

  it('fail cleanly, leave nothing behind and are made when tried again', async () => {
    const person = await createTestPerson('energybilling')
    await makeRecords(person, 'device_identifiers', 1, {})
    // A sealed value that nothing opens.
    await database('system').dataRecord.updateMany({
      where: { subjectId: person.id },
      data: { sealed: Buffer.from('broken') },
    })
    const { id } = await requestExport(person.grant('exports:request'), 'en')
    await expect(build(person, id)).rejects.toThrow()
    expect(await stateOf(person, id)).toBe('failed')
    const folder = join(environment().STORAGE_DIR, 'exports/energybilling')
    expect(existsSync(folder) ? readdirSync(folder).filter((name) => name.includes(id)) : []).toEqual([])
    await database('system').dataRecord.deleteMany({ where: { subjectId: person.id } })
    await build(person, id)
    expect(await stateOf(person, id)).toBe('ready')
    // A job that the queue runs once more changes nothing.
    const before = await listExports(person.grant('exports:view'))
    await build(person, id)
    expect(await listExports(person.grant('exports:view'))).toEqual(before)
  })

  it('give way to a later one when they failed', async () => {
    const person = await createTestPerson('we-app')
    const first = await requestExport(person.grant('exports:request'), 'en')
    await database('system').export.updateMany({ where: { id: first.id }, data: { state: 'failed' } })
    await requestExport(person.grant('exports:request'), 'en')
    await build(person, first.id)
    expect(await stateOf(person, first.id)).toBe('failed')
  })

  it('expire after a week, at once for the person and with their archive at the next sweep', async () => {
    const person = await createTestPerson('we-app')
    const { id } = await requestExport(person.grant('exports:request'), 'en')
    await build(person, id)
    const path = join(environment().STORAGE_DIR, `exports/we-app/${id}.zip`)
    expect(existsSync(path)).toBe(true)
    clock.shift(7 * 86_400_000 + 1000)
    expect(await stateOf(person, id)).toBe('expired')
    await expect(openExport(person.grant('exports:download'), id)).rejects.toMatchObject({ code: 'exports.expired' })
    await expireExports(systemGrant('job:retention.sweep', 'retention:sweep', { brand: '' }))
    expect(existsSync(path)).toBe(false)
    expect(await stateOf(person, id)).toBe('expired')
  })

  it('can be seen to go on while they are made', async () => {
    const person = await createTestPerson('energybilling')
    await database('system').$executeRaw`
      INSERT INTO data_record (id, brand, subject_id, category, source, sender_id, content_hash, occurred_at, fields)
      SELECT gen_random_uuid(), 'energybilling', ${person.id}::uuid, 'error_log', 'phone_app', gen_random_uuid()::text, '',
             now() - n * interval '1 second', '{"message":"the same again and again"}'
      FROM generate_series(1, 30000) AS n`
    const { id } = await requestExport(person.grant('exports:request'), 'en')
    const seen = new Set<string>()
    let building = true
    const made = build(person, id).finally(() => {
      building = false
    })
    while (building) {
      const [view] = await listExports(person.grant('exports:view'))
      seen.add(`${view?.state}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await made
    expect([...seen]).toContain('running')
  })

  it('move only as the table of transitions says, and every state can be reached', async () => {
    const person = await createTestPerson('we-app')
    const system = database('system')
    const reached = new Set<ExportState>(['requested'])
    for (const to of EXPORT_STATES)
      for (const from of EXPORT_STATES) {
        await system.export.deleteMany({ where: { subjectId: person.id } })
        const { id } = await system.export.create({ data: { brand: 'we-app', subjectId: person.id, state: from } })
        const allowed = MAY_COME_FROM[to].some((state: ExportState) => state === from)
        expect(await moveExport(system, id, to), `${from} to ${to}`).toBe(allowed)
        if (allowed) reached.add(to)
      }
    expect([...reached].toSorted()).toEqual([...EXPORT_STATES].toSorted())
  })
})
