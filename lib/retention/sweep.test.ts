import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { systemGrant } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { keptUntil } from '#lib/inventory/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { sweepRetentionJob } from '#worker/jobs/sweep-retention.ts'
import { JOBS } from '#worker/jobs.ts'
import { closingPlan, sweepRetention } from './index.ts'

const DAY = 86_400_000

async function makeRow(person: TestPerson, category: { key: string; shape: string }, at: Date) {
  const of = { brand: person.brand, subjectId: person.id }
  const system = database('system')
  if (category.shape === 'sign_in_log')
    await system.signInEvent.create({
      data: { ...of, outcome: 'success', method: 'password', ip: '192.0.2.1', client: 'Firefox', occurredAt: at },
    })
  else
    await system.dataRecord.create({
      data: {
        ...of,
        category: category.key,
        source: 'phone_app',
        senderId: randomUUID(),
        contentHash: sha256(''),
        occurredAt: at,
        fields: {},
      },
    })
}

async function timesLeft(person: TestPerson, category: { key: string; shape: string }): Promise<number[]> {
  const system = database('system')
  const rows =
    category.shape === 'sign_in_log'
      ? await system.signInEvent.findMany({ where: { subjectId: person.id } })
      : await system.dataRecord.findMany({ where: { subjectId: person.id, category: category.key } })
  return rows.map((row) => row.occurredAt.getTime()).toSorted()
}

const sweep = () => sweepRetention(systemGrant('job:retention.sweep', 'retention:sweep', { brand: '' }))

beforeAll(useOwnDatabase)
afterEach(() => clock.shift(0))

describe('the daily sweep', () => {
  it.each(BRAND_KEYS)(
    'removes of %s what is older than its days, on the day that was shown, and nothing younger',
    async (brand) => {
      const person = await createTestPerson(brand)
      const now = clock.now().getTime()
      const inDays = getManifest(brand).categories.filter((category) => category.retention.rule === 'days')
      expect(inDays.length).toBeGreaterThan(0)
      const young = new Map<string, number>()
      for (const category of inDays) {
        const days = category.retention.days ?? 0
        await makeRow(person, category, new Date(now - (days + 1) * DAY))
        young.set(category.key, now - (days - 1) * DAY)
        await makeRow(person, category, new Date(now - (days - 1) * DAY))
      }
      await sweep()
      for (const category of inDays) {
        const at = young.get(category.key) ?? 0
        expect(await timesLeft(person, category), category.key).toEqual([at])
        const until = keptUntil(category, new Date(at), null)
        // The person was shown tomorrow, and after tomorrow it is gone.
        expect(until).toEqual({ kind: 'on', at: new Date(now + DAY) })
      }
      clock.shift(DAY + 1000)
      await sweep()
      for (const category of inDays) expect(await timesLeft(person, category), category.key).toEqual([])
    },
  )

  it('[WEA-04] carries out a rule for every category of We app: by days, at the closing, or days after it', async () => {
    const manifest = getManifest('we-app')
    const plan = closingPlan(manifest, clock.now())
    for (const category of manifest.categories) {
      const { rule, days } = category.retention
      const end = plan.find((entry) => entry.category === category.key)
      // Days: the test above. Life of the account: erased with it. After closing: until a day that is shown.
      if (rule === 'account') expect(end, category.key).toMatchObject({ end: 'erased' })
      else expect(days, category.key).toBeGreaterThan(0)
      if (rule === 'after_closing') expect(end?.until, category.key).toBeInstanceOf(Date)
      expect(category.retention.reason.en.length).toBeGreaterThan(10)
    }
    expect(JOBS).toContain(sweepRetentionJob)
    expect(sweepRetentionJob.schedule).toMatch(/^\d+ \d+ \* \* \*$/)
    // The queue runs it with no input at all, as it comes round by itself.
    const person = await createTestPerson('we-app')
    const location = manifest.categories.find((category) => category.key === 'location')
    if (!location) throw new Error('We app holds locations')
    await makeRow(person, location, clock.inDays(-91))
    await sweepRetentionJob.run(null)
    expect(await timesLeft(person, location)).toEqual([])
  })

  it('takes as many people as there are', async () => {
    const people: TestPerson[] = []
    for (let at = 0; at < 120; at += 1) people.push(await createTestPerson('we-e-charge'))
    const category = { key: 'phone_information', shape: 'record' }
    for (const person of people) await makeRow(person, category, clock.inDays(-400))
    await sweep()
    const left = await database('system').dataRecord.count({
      where: { subjectId: { in: people.map((person) => person.id) } },
    })
    expect(left).toBe(0)
  })
})
