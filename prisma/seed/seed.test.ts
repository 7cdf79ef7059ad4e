import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { findApiKeyActor } from '#lib/intake/index.ts'
import { heldCategories, listCategories } from '#lib/inventory/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { verifyPassword } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { openFile } from '#lib/platform/storage/index.ts'
import { prepareDatabase } from '#prisma/prepare-database.ts'
import { DEMO_ACCOUNTS, DEMO_API_KEYS, DEMO_NEIGHBOURS, DEMO_PASSWORD } from './accounts.ts'
import { personGrant, subjectIdOf } from './acting.ts'
import { installationOf, readingsOf } from './metering.ts'
import { DEMO_PEOPLE } from './people/index.ts'
import { intakeRecords } from './records.ts'
import { seed } from './seed.ts'
import { midnight, storyOf } from './story.ts'

const OWN = 'openbook_seed_test'

/** Points this process at a database of its own: the seed is about a whole one, and other tests change theirs. */
async function openOwnDatabase(): Promise<void> {
  const ownerUrl = process.env.TEST_OWNER_URL ?? ''
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(`DROP DATABASE IF EXISTS ${OWN}`)
  await client.query(`CREATE DATABASE ${OWN}`)
  await client.end()
  await prepareDatabase(inOwn(ownerUrl), { app: 'app', staff: 'staff', system: 'system', queue: 'queue' })
  for (const role of ['APP', 'STAFF', 'SYSTEM', 'QUEUE']) {
    const name = `DATABASE_${role}_URL`
    process.env[name] = inOwn(process.env[name] ?? '')
  }
}

function inOwn(address: string): string {
  const url = new URL(address)
  url.pathname = `/${OWN}`
  return url.href
}

const count = async (sql: string) => {
  const [row] = await database('system').$queryRawUnsafe<{ n: bigint }[]>(sql)
  return Number(row?.n)
}

async function countAll(): Promise<Record<string, number>> {
  const tables = await database('system').$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.role_table_grants
    WHERE grantee = 'openbook_system' AND privilege_type = 'SELECT' AND table_schema = 'public' ORDER BY 1`
  const counts: Record<string, number> = {}
  for (const { name } of tables) counts[name] = await count(`SELECT count(*) AS n FROM "${name}"`)
  return counts
}

const demoPeople = DEMO_PEOPLE.filter(({ ref }) => DEMO_ACCOUNTS.some((account) => account.ref === ref))

/** Runs the seed, and stops it dead after so many moments of its past. */
async function seedUntil(moments: number): Promise<boolean> {
  const { hold } = clock
  let left = moments
  const spy = vi.spyOn(clock, 'hold').mockImplementation((at) => {
    if (at && left-- === 0) throw new Error('the power went out')
    hold(at)
  })
  try {
    await seed()
    return true
  } catch (fault) {
    if (!(fault instanceof Error) || fault.message !== 'the power went out') throw fault
    return false
  } finally {
    spy.mockRestore()
    hold(null)
  }
}

const today = midnight(clock.now())

describe('the demo data', () => {
  // The first runs are cut off in the middle of something; what they left is what all that follows is tested on.
  beforeAll(async () => {
    await openOwnDatabase()
    for (const moments of [5, 30, 37, 45, 60]) expect(await seedUntil(moments)).toBe(false)
    await seed()
  }, 180_000)

  it('adds nothing in a second run', async () => {
    const before = await countAll()
    expect(before.reading).toBeGreaterThan(9_000)
    await seed()
    expect(await countAll()).toEqual(before)
  })

  it('is whole and not doubled although runs were cut off', async () => {
    for (const person of DEMO_PEOPLE) {
      const story = storyOf(today, person.ref)
      const where = { brand: person.brand, subjectId: subjectIdOf(person) }
      const tables = database('system')
      const sent = intakeRecords(person, story)
      const sessions = sent.filter(({ category }) => category === 'charging_sessions').length
      expect({
        devices: await tables.device.count({ where }),
        decisions: await tables.consentRecord.count({ where: { ...where, deviceId: null } }),
        uses: await tables.consentRecord.count({ where: { ...where, deviceId: { not: null } } }),
        records: await tables.dataRecord.count({ where }),
        sessions: await tables.chargingSession.count({ where }),
        readings: await tables.reading.count({ where }),
        uploads: await tables.upload.count({ where }),
        requests: await tables.rightsRequest.count({ where }),
        support: await tables.supportSession.count({ where }),
        looks: await tables.auditEvent.count({ where: { ...where, name: 'support.viewed' } }),
      }).toEqual({
        devices: person.devices.length,
        decisions: person.decisions.length,
        uses: person.devices.flatMap(({ allowed = [] }) => allowed).length,
        records: sent.length - sessions,
        sessions,
        readings: (person.meters ?? []).flatMap((meter) => readingsOf(meter, story, installationOf(person, story)))
          .length,
        uploads: person.uploads?.length ?? 0,
        requests: person.requests.length,
        support: person.support ? 1 : 0,
        looks: person.support ? 4 : 0,
      })
    }
  })

  it.each(demoPeople.map((person) => [person.brand, person] as const))(
    'holds something in every category of %s',
    async (brand, person) => {
      // A card is kept with a payment service, whose stand-in begins with nobody's.
      const filled = heldCategories(getManifest(brand)).filter(({ category }) => category.shape !== 'card')
      const held = new Set(filled.map(({ category }) => category.key))
      const summaries = await listCategories(personGrant('inventory:view', person))
      const empty = summaries.filter(({ category, rows }) => held.has(category.key) && rows === 0)
      expect(empty.map(({ category }) => category.key)).toEqual([])
    },
  )

  it('gives each neighbour rows of their own, and fewer', async () => {
    for (const brand of BRAND_KEYS) {
      const [one, other] = DEMO_PEOPLE.filter((person) => person.brand === brand)
      if (!one || !other) throw new Error('two people a brand')
      const rows = async (person: typeof one) =>
        (await listCategories(personGrant('inventory:view', person))).reduce((sum, summary) => sum + summary.rows, 0)
      expect(await rows(other)).toBeGreaterThan(0)
      expect(await rows(other)).toBeLessThan(await rows(one))
    }
  })

  it('balances the ledger, adds up each bill, and pays all but the two newest', async () => {
    expect(
      await count(`SELECT count(*) AS n FROM (SELECT 1 FROM ledger_entry GROUP BY transaction_id, currency
                   HAVING sum(amount_minor) <> 0) AS unbalanced`),
    ).toBe(0)
    expect(
      await count(`SELECT count(*) AS n FROM bill b WHERE total_minor <>
                   (SELECT sum(net_minor + vat_minor) FROM bill_line l WHERE l.bill_id = b.id)`),
    ).toBe(0)
    for (const person of demoPeople) {
      const bills = await database('system').bill.findMany({
        where: { subjectId: subjectIdOf(person) },
        orderBy: { periodStart: 'asc' },
      })
      expect(bills.map(({ state }) => state)).toEqual([...Array(10).fill('paid'), 'issued', 'issued'])
      const [overdue, open] = bills.slice(-2)
      expect(overdue?.dueOn.getTime()).toBeLessThan(clock.now().getTime())
      expect(open?.dueOn.getTime()).toBeGreaterThan(clock.now().getTime())
      expect(await database('system').payment.count({ where: { subjectId: subjectIdOf(person) } })).toBe(10)
    }
  })

  it('lets staff and people in with the one password, and senders with the key of their brand', async () => {
    const staff = await database('system').staffMember.findMany()
    const names = DEMO_ACCOUNTS.filter(({ brand }) => brand === 'staff').map(({ identifier }) => identifier)
    expect(staff.map(({ accountName }) => accountName)).toEqual(expect.arrayContaining(names))
    const hashes = await database('system').account.findMany({
      where: { ref: { in: [...DEMO_ACCOUNTS, ...DEMO_NEIGHBOURS].flatMap(({ ref }) => ref ?? []) } },
      select: { brand: true, passwordHash: true },
    })
    expect(hashes).toHaveLength(10)
    for (const { brand, passwordHash } of hashes)
      expect(passwordHash !== null).toBe(getManifest(brand).signIn.proof === 'password')
    expect(await verifyPassword(staff[0]?.passwordHash ?? null, DEMO_PASSWORD)).toBe(true)
    for (const brand of BRAND_KEYS)
      expect(await findApiKeyActor(`Bearer ${DEMO_API_KEYS[brand]?.text}`)).toMatchObject({ brand })
  })

  it('tells the past in the past: support, requests and consents have their own times', async () => {
    const ended = await database('system').supportSession.findMany({ where: { endedAt: { not: null } } })
    expect(ended.filter(({ endedAt }) => endedAt && endedAt > clock.inDays(-10))).toEqual([])
    for (const { ref, brand } of demoPeople) {
      const subjectId = subjectIdOf({ ref, brand })
      const looks = await database('system').auditEvent.findMany({ where: { subjectId, name: 'support.viewed' } })
      expect(looks.length).toBe(4)
      expect(looks.every(({ occurredAt }) => occurredAt < clock.inDays(-10))).toBe(true)
      const requests = await database('system').rightsRequest.findMany({ where: { subjectId } })
      expect(requests.map(({ state }) => state).sort()).toEqual(['answered', 'received'])
    }
  })

  it('writes pictures that can be opened', async () => {
    const uploads = await database('system').upload.findMany({ where: { storageKey: { startsWith: 'uploads/' } } })
    expect(uploads).toHaveLength(6)
    for (const { storageKey, bytes } of uploads) {
      const stream = await openFile(storageKey)
      const content = stream ? await buffer(stream) : Buffer.alloc(0)
      expect(content.length).toBe(bytes)
      expect(content.subarray(1, 4).toString()).toBe('PNG')
    }
  })

  it('leaves time running', () => {
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(60_000)
  })
})
