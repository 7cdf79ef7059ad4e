import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { issueGrant, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { cancelAccount, eraseAccount } from '#lib/retention/index.ts'
import { asOwner, findMarker } from '#lib/retention/planted-fixtures.ts'
import { somebodyWithMail } from '#lib/testing/governed-brand.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestStaff } from '#lib/testing/people.ts'
import { listStatistics, takeStatistics } from './index.ts'

const BRAND = 'we-lock'
const categories = getManifest(BRAND).categories.filter(({ shape }) => shape === 'record')
const [common = '', rare = '', lopsided = ''] = categories.map(({ key }) => key)

beforeAll(useOwnDatabase)
afterEach(() => clock.shift(0))

const take = () => takeStatistics(systemGrant('test', 'statistics:take', { brand: '' }))
const all = () => database('system').statistic.findMany({ where: { brand: BRAND }, orderBy: { measure: 'asc' } })

/** The middle of the month before. */
function lastMonth(): Date {
  const now = clock.now()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15, 12))
}

async function records(subjectId: string, category: string, count: number, marker: string) {
  await database('system').dataRecord.createMany({
    data: Array.from({ length: count }, () => ({
      brand: BRAND,
      subjectId,
      category,
      source: 'phone_app',
      senderId: `${marker} ${randomUUID()}`,
      contentHash: Buffer.from('x'),
      occurredAt: lastMonth(),
      fields: { note: marker },
    })),
  })
}

describe('[LCK-11] what stays after an erasure', () => {
  it('is aggregates only, from which nobody can be singled out', async () => {
    const marker = `marker${randomUUID().replaceAll('-', '')}`
    const people = []
    for (let count = 0; count < 13; count += 1) people.push(await somebodyWithMail(BRAND))
    const [first] = people
    if (!first) throw new Error('nobody')
    for (const { id } of people) await records(id, common, 4, marker)
    // Of nine people, and of twelve of whom one has nearly all: neither is told.
    for (const { id } of people.slice(0, 9)) await records(id, rare, 4, marker)
    for (const { id } of people.slice(0, 12)) await records(id, lopsided, id === first.id ? 200 : 1, marker)
    await take()
    const before = await all()
    expect(before.map(({ measure, people: of, amount }) => [measure, of, amount])).toEqual([
      [`records:${common}`, 10, 52n],
    ])

    for (const person of people) await cancelAccount(person.grant('account:cancel'))
    clock.shift((getManifest(BRAND).graceDays + 1) * 86_400_000)
    for (const { id } of people) {
      const grant = systemGrant('test', 'retention:erase-account', { brand: BRAND, subject: id })
      expect(await eraseAccount(grant)).toBe('erased')
    }
    await take()
    clock.shift(0)
    await take()
    // The figure is what it was: no second one, from which the first could be subtracted.
    expect(await all()).toEqual(before)
    expect(await asOwner((client) => findMarker(client, marker))).toEqual([])
    for (const { ref, mail } of people.slice(0, 3))
      for (const sign of [ref, mail]) expect(await asOwner((client) => findMarker(client, sign))).toEqual([])
    expect(await database('system').dataRecord.count({ where: { brand: BRAND } })).toBe(0)
    const columns = await database('system').$queryRaw<{ name: string }[]>`
      SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'statistic' ORDER BY 1`
    expect(columns.map(({ name }) => name)).toEqual(['amount', 'brand', 'measure', 'month', 'people', 'taken_at'])
  })

  it('is held by the database: no figure of fewer than ten, none changed, none removed', async () => {
    const month = new Date('2026-01-01T00:00:00Z')
    const figure = { brand: BRAND, month, measure: 'records:x', amount: 5n }
    for (const people of [1, 5, 9, 11])
      await expect(
        database('system').statistic.create({ data: { ...figure, people }, select: { measure: true } }),
      ).rejects.toThrow(/statistic_of_many/)
    for (const statement of [`UPDATE statistic SET amount = 1`, `DELETE FROM statistic`])
      await expect(asOwner((client) => client.query(statement))).rejects.toThrow(/append-only/)
  })

  it('is for staff of the brand to read', async () => {
    const auditor = await createTestStaff('auditor')
    const view = async (brand: string) =>
      (await listStatistics(issueGrant(auditor, 'statistics:view', { brand }), { months: 12 })).rows
    expect(await view(BRAND)).toHaveLength(1)
    expect(await view('we-app')).toEqual([])
    expect(() => issueGrant({ ...auditor, role: 'support' }, 'statistics:view', { brand: BRAND })).toThrow(
      'access.not_found',
    )
  })
})
