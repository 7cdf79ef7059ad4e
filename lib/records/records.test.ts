import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { type NewRecord, recordsHeld, storeRecords } from './index.ts'

const IDENTIFIER = '49-015420-323751-8'

function phoneInformation(person: TestPerson, over: Partial<NewRecord> = {}): NewRecord {
  return {
    senderId: randomUUID(),
    category: 'phone_information',
    subjectId: person.id,
    deviceId: null,
    occurredAt: new Date('2026-05-01T10:00:00Z'),
    givenByOther: false,
    values: { device_model: 'P50', device_identifier: IDENTIFIER, language: '中文 100%_\\' },
    ...over,
  }
}

const intake = (brand: string) => systemGrant('test', 'intake:write', { brand })
const held = (person: TestPerson, category: string) => ({ brand: person.brand, subject: person.id, category })

describe('records', () => {
  it('are stored once: the same again is a duplicate, other content under the same id is refused', async () => {
    const person = await createTestPerson('we-e-charge')
    const record = phoneInformation(person)
    const other = { ...record, values: { ...record.values, device_model: 'P60' } }
    const again = phoneInformation(person)
    expect(await storeRecords(intake('we-e-charge'), [record, record, other])).toEqual([
      'stored',
      'duplicate',
      'reused',
    ])
    expect(await storeRecords(intake('we-e-charge'), [other, again, record])).toEqual(['reused', 'stored', 'duplicate'])
  })

  it('[WBP-12] keep sensitive fields sealed: no column shows them, and only revealing does', async () => {
    const person = await createTestPerson('we-e-charge')
    await storeRecords(intake('we-e-charge'), [phoneInformation(person)])
    const rows = await database('system').dataRecord.findMany({ where: { subjectId: person.id } })
    const written = JSON.stringify(rows, (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    )
    expect(written).not.toContain(IDENTIFIER)
    const of = held(person, 'phone_information')
    const shown = await inScope(person.grant('inventory:view'), async (tx) => ({
      masked: await recordsHeld.list(tx, of, { limit: 10 }, false),
      open: await recordsHeld.list(tx, of, { limit: 10 }, true),
    }))
    expect(shown.masked[0]?.values).toMatchObject({ device_model: 'P50', device_identifier: null, plmn: null })
    expect(shown.open[0]?.values.device_identifier).toBe(IDENTIFIER)
  })

  it('are paged by key through equal times, narrowed by time, and found by words that are no wildcards', async () => {
    const person = await createTestPerson('we-e-charge')
    const many = Array.from({ length: 7 }, (_, at) =>
      phoneInformation(person, {
        occurredAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(at / 3))),
        values: { device_model: at === 4 ? '50% off_' : 'P50', device_identifier: 'x' },
      }),
    )
    await storeRecords(intake('we-e-charge'), many)
    const of = held(person, 'phone_information')
    await inScope(person.grant('inventory:view'), async (tx) => {
      const list = (query: object) => recordsHeld.list(tx, of, { limit: 3, ...query }, false)
      const ids: string[] = []
      for (let rows = await list({}); rows.length > 0; ) {
        ids.push(...rows.map((row) => row.id))
        const last = rows.at(-1)
        rows = last ? await list({ before: { at: last.at, id: last.id } }) : []
      }
      expect(new Set(ids).size).toBe(7)
      expect(ids).toHaveLength(7)
      expect(await list({ from: new Date('2026-01-02'), to: new Date('2026-01-03') })).toHaveLength(3)
      expect(await list({ search: '0% OFF_' })).toHaveLength(1)
      expect(await list({ search: '%' })).toHaveLength(1)
      expect(await list({ search: 'P_0' })).toHaveLength(0)
      expect(await list({ search: "'; DROP TABLE data_record; --" })).toHaveLength(0)
      let all = 0
      for await (const _ of recordsHeld.all(tx, of)) all += 1
      expect(all).toBe(7)
    })
  })

  it('are counted, deleted one by one and erased, each for its own person only', async () => {
    const [person, other] = [await createTestPerson('we-e-charge'), await createTestPerson('we-e-charge')]
    await storeRecords(intake('we-e-charge'), [
      phoneInformation(person),
      phoneInformation(person),
      phoneInformation(other),
    ])
    const of = held(person, 'phone_information')
    const foreign = await inScope(other.grant('inventory:view'), (tx) =>
      recordsHeld.list(tx, held(other, 'phone_information'), { limit: 1 }, false),
    )
    await inScope(person.grant('inventory:delete'), async (tx) => {
      const summary = await tx.$queryRaw`${recordsHeld.summary(of)}`
      expect(summary).toMatchObject([{ shape: 'record', category: 'phone_information', rows: 2n }])
      const [row] = await recordsHeld.list(tx, of, { limit: 1 }, false)
      expect(await recordsHeld.remove?.(tx, of, row?.id ?? '')).toBe(true)
      expect(await recordsHeld.remove?.(tx, of, foreign[0]?.id ?? '')).toBe(false)
    })
    await inScope(systemGrant('test', 'retention:erase-account', { brand: person.brand }), async (tx) => {
      const old = new Date('2026-01-01')
      expect(await recordsHeld.erase(tx, of, { end: 'erase', olderThan: old })).toMatchObject({ erased: 0 })
      expect(await recordsHeld.erase(tx, of, { end: 'erase' })).toMatchObject({ erased: 1 })
    })
    expect(await database('system').dataRecord.count({ where: { subjectId: other.id } })).toBe(1)
  })
})
