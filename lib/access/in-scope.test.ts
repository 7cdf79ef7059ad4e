import { describe, expect, it } from 'vitest'
import { audit } from '#lib/audit/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { inScope } from './in-scope.ts'

describe('inScope', () => {
  it('shows a transaction the rows of its own subject and no others', async () => {
    const [one, two] = await Promise.all([createTestPerson('we-app'), createTestPerson('we-app')])
    const seen = await inScope(one.grant('profile:view'), (tx) =>
      tx.profile.findMany({ where: { subjectId: { in: [one.id, two.id] } } }),
    )
    expect(seen.map((row) => row.subjectId)).toEqual([one.id])
  })

  it('refuses a row of somebody else on the way in', async () => {
    const [one, two] = await Promise.all([createTestPerson('we-app'), createTestPerson('we-app')])
    const write = inScope(one.grant('devices:add'), (tx) =>
      tx.device.create({
        data: { brand: 'we-app', subjectId: two.id, kind: 'phone', serial: 's', model: 'm', name: 'n' },
      }),
    )
    await expect(write).rejects.toThrow(/row-level security/)
  })

  it('sees nothing without a scope', async () => {
    await createTestPerson('we-app')
    expect(await database('app').profile.count()).toBe(0)
  })

  it('writes audit row and job with the change, or none of them', async () => {
    const person = await createTestPerson('we-app')
    const grant = person.grant('exports:request')
    const work = inScope(grant, async (tx) => {
      await audit.record(tx, grant, { name: 'test.happened' })
      await enqueue(tx, 'exports.build', { brand: person.brand, subject: person.id, exportId: person.id })
      throw new Error('after both')
    })
    await expect(work).rejects.toThrow('after both')
    expect(await inScope(grant, (tx) => tx.auditEvent.count())).toBe(0)
    await inScope(grant, async (tx) => {
      await audit.record(tx, grant, { name: 'test.happened' })
      await enqueue(tx, 'exports.build', { brand: person.brand, subject: person.id, exportId: person.id })
    })
    expect(await inScope(grant, (tx) => tx.auditEvent.count())).toBe(1)
    const [jobs] = await database('system').$queryRaw<
      { n: bigint }[]
    >`SELECT count(*) AS n FROM pgboss.job WHERE data->>'subject' = ${person.id}`
    expect(jobs?.n).toBe(1n)
  })

  it('joins the open scope of the same person', async () => {
    const person = await createTestPerson('we-app')
    const grant = person.grant('overview:view')
    const same = await inScope(grant, (outer) =>
      inScope(person.grant('devices:view'), async (inner) => inner === outer),
    )
    expect(same).toBe(true)
  })
})
