import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { issueGrant, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { createOperator, openAs, REASON } from '#lib/testing/request-world.ts'
import { acceptDeletion } from './accept-deletion.ts'
import { erasableCategories, eraseAccount, findCertificate, replayErasures } from './index.ts'
import { asOwner, findMarker, plantEverywhere } from './planted-fixtures.ts'

const BRAND = 'wellborne-plus'
const replay = () => replayErasures(systemGrant('test', 'retention:replay', { brand: '' }))
const erase = ({ id }: TestPerson) =>
  eraseAccount(systemGrant('test', 'retention:erase-account', { brand: BRAND, subject: id }))

async function createPlanted() {
  const person = await createTestPerson(BRAND)
  const marker = `planted${randomUUID().replaceAll('-', '')}`
  await asOwner((client) => plantEverywhere(client, { brand: BRAND, subject: person.id, marker }))
  // Planted words cannot be opened; the person's own request comes by its verb.
  await database('system').rightsRequest.deleteMany({ where: { subjectId: person.id } })
  return { ...person, marker }
}

type Dump = { table: string; rows: unknown[] }[]

/** Every row of every table of the portal, as a backup has them. */
async function dump(client: pg.Client): Promise<Dump> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
     AND relname <> '_prisma_migrations'`,
  )
  const all: Dump = []
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: unknown }>(`SELECT to_jsonb(t) AS row FROM "${name}" t`)
    all.push({ table: name, rows: rows.map(({ row }) => row) })
  }
  return all
}

/** As pg_restore does it: what was there goes, without triggers, and what the backup has comes back. */
async function restore(client: pg.Client, backup: Dump): Promise<void> {
  await client.query("SET session_replication_role = 'replica'")
  for (const { table } of backup) await client.query(`DELETE FROM "${table}"`)
  for (const { table, rows } of backup)
    await client.query(`INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`, [
      JSON.stringify(rows),
    ])
  await client.query("SET session_replication_role = 'origin'")
}

beforeAll(useOwnDatabase)
afterEach(() => clock.shift(0))

describe('a request for deletion', () => {
  it('[WBP-16] that was accepted is carried out, and again when a backup from before is restored', async () => {
    const person = await createPlanted()
    const bystander = await createPlanted()
    const { grant } = await createOperator()
    const request = await openAs(person, 'deletion')
    const backup = await asOwner(dump)
    await (await acceptDeletion(grant('requests:erase', BRAND), { request, part: 'account', text: REASON }))()
    expect(await erase(person)).toBe('erased')
    const traces = () => asOwner((client) => findMarker(client, person.marker))
    expect(await traces()).toEqual([])
    const closure = await database('system').closure.findFirstOrThrow({
      where: { subjectId: person.id, state: 'erased' },
    })
    expect(await replay()).toEqual({ accounts: 0, categories: 0 })

    await asOwner((client) => restore(client, backup))
    expect(await traces()).toEqual(expect.arrayContaining(['profile.fields', 'device.name', 'account.ref']))
    expect(await replay()).toEqual({ accounts: 1, categories: 0 })
    expect(await traces()).toEqual([])
    const back = await database('system').account.findUniqueOrThrow({ where: { id: person.id } })
    expect(back).toMatchObject({ state: 'erased', birthDate: null, passwordHash: null })
    // Whoever was not erased keeps everything.
    expect(await asOwner((client) => findMarker(client, bystander.marker))).toContain('profile.fields')
    const again = await database('system').closure.findFirstOrThrow({
      where: { subjectId: person.id, state: 'erased' },
    })
    expect(again.id).toBe(closure.id)
    expect(again.certificateHash).toEqual(closure.certificateHash)
    const anyone = issueGrant({ kind: 'anonymous', brand: BRAND }, 'certificates:view', { brand: BRAND })
    expect(await findCertificate(anyone, 'not the address')).toBeNull()
    expect(await replay()).toEqual({ accounts: 0, categories: 0 })
  })

  it('of one category erases that one, again after a restore, and leaves what came later', async () => {
    const person = await createPlanted()
    const { grant } = await createOperator()
    const category = 'access_log'
    expect(erasableCategories(BRAND).map(({ key }) => key)).toContain(category)
    const rows = () => database('system').dataRecord.count({ where: { subjectId: person.id, category } })
    const request = await openAs(person, 'deletion')
    const backup = await asOwner(dump)
    await (await acceptDeletion(grant('requests:erase', BRAND), { request, part: category, text: REASON }))()
    expect(await rows()).toBe(0)
    const account = await database('system').account.findUniqueOrThrow({ where: { id: person.id } })
    expect(account.state).toBe('active')
    await asOwner((client) => restore(client, backup))
    const later = new Date(Date.now() + 60_000)
    await database('system').dataRecord.create({
      data: {
        brand: BRAND,
        subjectId: person.id,
        category,
        source: 'portal',
        senderId: randomUUID(),
        contentHash: Buffer.from('x'),
        occurredAt: later,
        fields: {},
      },
    })
    expect(await rows()).toBe(2)
    expect((await replay()).categories).toBe(1)
    expect(await rows()).toBe(1)
  })

  it('is for nothing that a law keeps, for nobody who did not ask, and for no other kind of request', async () => {
    const person = await createTestPerson(BRAND)
    const { grant } = await createOperator()
    const kept = getManifest(BRAND).categories.find(({ retention }) => retention.keptGround === 'law')
    const request = await openAs(person, 'deletion')
    for (const part of [kept?.key ?? '', 'registration', 'nothing_like_it'])
      await expect(
        acceptDeletion(grant('requests:erase', BRAND), { request, part, text: REASON }),
      ).rejects.toMatchObject({ code: 'retention.not_erasable' })
    const inquiry = await openAs(person, 'inquiry')
    const other = acceptDeletion(grant('requests:erase', BRAND), { request: inquiry, part: 'account', text: REASON })
    await expect(other).rejects.toMatchObject({ code: 'requests.not_found' })
    expect(await database('system').closure.count({ where: { subjectId: person.id } })).toBe(0)
  })
})
