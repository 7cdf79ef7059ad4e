import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { issueApprovedGrant } from '#lib/access/approved-grant.ts'
import { inScope, issueGrant, systemGrant } from '#lib/access/index.ts'
import { cancelBill } from '#lib/billing/cancel-bill.ts'
import { findPayLink, getBill } from '#lib/billing/index.ts'
import { rebill } from '#lib/billing/rebill.ts'
import { BRAND_KEYS } from '#lib/brands/index.ts'
import { identifierContext } from '#lib/identity/create-account.ts'
import { checkBooks, walletOf } from '#lib/ledger/index.ts'
import { registerMeter, storeReadings } from '#lib/metering/index.ts'
import type { Direction } from '#lib/metering/schema.ts'
import { addDays } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { seal, sha256, unseal } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { chargeTestUse } from '#lib/testing/billed-person.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson, createTestStaff, type TestPerson } from '#lib/testing/people.ts'
import { issueBillsJob } from '#worker/jobs/issue-bills.ts'
import { dismissCorrection, findCorrections, findProposal, issuePeriods, listBillingRuns } from './index.ts'
import { periodOf } from './period-of.ts'

const BRAND = 'energybilling'
const ZONE = 'Asia/Shanghai'
const job = () => systemGrant('job:bills.issue', 'bills:issue', { brand: '' })
/** Noon in Shanghai. */
const at = (day: string) => new Date(`${day}T04:00:00Z`)
/** Pages that hold all there is. */
const EVERYTHING = { held: { limit: 100 }, corrections: { limit: 100 } }
const midnight = (day: string) => new Date(`${addDays(day, -1)}T16:00:00Z`)

beforeAll(async () => {
  await useOwnDatabase()
  // The portal begins to bill by itself in October: September was billed elsewhere.
  clock.hold(at('2026-10-20'))
  expect(await issuePeriods(job())).toEqual({ issued: 0, held: 0 })
})
afterEach(async () => {
  clock.hold(null)
  const grant = systemGrant('test', 'payments:settle', { brand: '' })
  expect(await inScope(grant, (tx) => checkBooks(tx))).toEqual([])
})

async function on<T>(day: string, run: () => Promise<T>): Promise<T> {
  clock.hold(at(day))
  try {
    return await run()
  } finally {
    clock.hold(null)
  }
}

interface Use {
  readonly perDay?: bigint
  readonly direction?: Direction
  readonly days: readonly string[]
  readonly quality?: string
}

const days = (from: string, before: string) => {
  const found: string[] = []
  for (let day = from; day < before; day = addDays(day, 1)) found.push(day)
  return found
}

async function meterOf(person: TestPerson, direction: Direction = 'import') {
  const grant = systemGrant('test', 'intake:write', { brand: person.brand, subject: person.id })
  return registerMeter(grant, {
    serial: `M-${randomUUID()}`,
    utility: 'electricity',
    supplyPoint: 'Home',
    zone: ZONE,
    direction,
    installedAt: new Date('2024-01-01T00:00:00Z'),
  })
}

async function read(meter: Awaited<ReturnType<typeof meterOf>>, { perDay = 10_000n, days, quality }: Use) {
  const grant = systemGrant('test', 'intake:write', { brand: meter.brand, subject: meter.subjectId })
  const rows = days.map((day) => ({
    senderId: randomUUID(),
    startedAt: midnight(day),
    endedAt: midnight(addDays(day, 1)),
    quantity: perDay,
    ...(quality ? { quality } : {}),
  }))
  const stored = await inScope(grant, (tx) => storeReadings(tx, meter, rows))
  expect(stored.every(({ outcome }) => outcome === 'stored')).toBe(true)
}

async function customer(use: Use) {
  const person = await createTestPerson(BRAND)
  const meter = await meterOf(person)
  await read(meter, use)
  return { person, meter }
}

const rowsOf = (person: TestPerson) =>
  database('system').bill.findMany({ where: { subjectId: person.id }, orderBy: { number: 'asc' } })
const outcomeOf = (person: TestPerson) =>
  database('system').periodOutcome.findFirst({ where: { subjectId: person.id }, orderBy: { periodStart: 'desc' } })
const eventsOf = async (person: TestPerson) =>
  (await database('system').auditEvent.findMany({ where: { subjectId: person.id }, orderBy: { id: 'asc' } })).map(
    ({ name }) => name,
  )
const OCTOBER = days('2026-10-01', '2026-11-01')

describe('a period', () => {
  it('is whole months from the beginning of the year', () => {
    expect(periodOf('2026-11-22', 1)).toEqual({ periodStart: '2026-11-01', periodEnd: '2026-12-01' })
    expect(periodOf('2026-12-31', 2)).toEqual({ periodStart: '2026-11-01', periodEnd: '2027-01-01' })
    expect(periodOf('2026-02-28', 3)).toEqual({ periodStart: '2026-01-01', periodEnd: '2026-04-01' })
    expect(periodOf('2026-07-01', 12)).toEqual({ periodStart: '2026-01-01', periodEnd: '2027-01-01' })
  })

  it('is billed after its days for late readings, once, however many run at once, with numbers without gaps', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => customer({ days: OCTOBER })))
    await on('2026-11-05', () => issuePeriods(job()))
    for (const { person } of people) expect(await rowsOf(person)).toEqual([])
    await on('2026-11-06', async () => {
      await Promise.all([issuePeriods(job()), issuePeriods(job()), issueBillsJob.run({})])
      expect(await issuePeriods(job())).toMatchObject({ issued: 0 })
    })
    const numbers: string[] = []
    for (const { person } of people) {
      const rows = await rowsOf(person)
      expect(rows).toMatchObject([{ state: 'issued', issuedOn: new Date('2026-11-06') }])
      expect(await outcomeOf(person)).toMatchObject({ outcome: 'issued', estimated: false, billId: rows[0]?.id })
      expect((await eventsOf(person)).filter((name) => name === 'period.billed')).toHaveLength(1)
      numbers.push(rows[0]?.number ?? '')
    }
    const last = numbers.map((number) => Number(number.slice(-6))).toSorted((a, b) => a - b)
    expect(last).toEqual(last.map((_, index) => (last[0] ?? 0) + index))
  })

  it('in which somebody charged is billed by sessions, and nobody who used nothing', async () => {
    const [charged, idle] = [await createTestPerson('we-e-charge'), await createTestPerson('we-e-charge')]
    await chargeTestUse(charged, 42_000n)
    await on('2026-11-06', () => issuePeriods(job()))
    expect(await rowsOf(charged)).toHaveLength(1)
    expect([await rowsOf(idle), await outcomeOf(idle)]).toEqual([[], null])
  })

  it('that was billed or taken back by hand is left alone', async () => {
    const { person } = await customer({ days: OCTOBER })
    await on('2026-11-06', () => issuePeriods(job()))
    const [bill] = await rowsOf(person)
    const staff = issueApprovedGrant(
      await createTestStaff('data_operator'),
      'bills:cancel',
      { brand: BRAND },
      randomUUID(),
    )
    await on('2026-11-07', () => cancelBill(staff, { billId: bill?.id ?? '', reason: 'goodwill' }))
    await on('2026-11-08', () => issuePeriods(job()))
    expect(await rowsOf(person)).toMatchObject([{ state: 'cancelled' }])
  })

  it('is caught up when nobody ran for two of them', async () => {
    const { person } = await customer({ days: days('2026-10-01', '2026-12-01') })
    await on('2026-12-10', () => issuePeriods(job()))
    expect((await rowsOf(person)).map(({ periodStart }) => periodStart.toISOString().slice(0, 10))).toEqual([
      '2026-10-01',
      '2026-11-01',
    ])
  })
})

describe('what is missing', () => {
  it('is estimated by the weeks around it, said on the line, and told', async () => {
    const { person } = await customer({ days: days('2026-10-01', '2026-10-22') })
    await on('2026-11-06', () => issuePeriods(job()))
    const [row] = await rowsOf(person)
    const bill = await getBill(person.grant('bills:view'), row?.id ?? '')
    const energy = bill.lines.filter(({ kind }) => kind === 'energy')
    expect(energy.every(({ estimated }) => estimated)).toBe(true)
    expect(energy.reduce((sum, { quantity }) => sum + quantity, 0n)).toBe(310_000n)
    expect(await outcomeOf(person)).toMatchObject({ outcome: 'issued', estimated: true })
  })

  it('is held back where too little was ever read, shown to staff with the reason, and billed once it is there', async () => {
    const { person, meter } = await customer({ days: days('2026-10-01', '2026-10-04') })
    await on('2026-11-06', () => issuePeriods(job()))
    expect([await rowsOf(person), await outcomeOf(person)]).toMatchObject([
      [],
      { outcome: 'held', reason: 'no_readings' },
    ])
    const staff = await createTestStaff('support')
    const review = () => listBillingRuns(issueGrant(staff, 'billing-runs:review', { brand: BRAND }), EVERYTHING)
    expect((await on('2026-11-06', review)).held).toContainEqual(
      expect.objectContaining({ ref: person.ref, reason: 'no_readings', periodStart: '2026-10-01' }),
    )
    await read(meter, { days: days('2026-10-04', '2026-11-01') })
    await on('2026-11-06', () => issuePeriods(job()))
    expect(await rowsOf(person)).toEqual([])
    await on('2026-11-07', () => issuePeriods(job()))
    expect(await rowsOf(person)).toHaveLength(1)
    const after = await on('2026-11-07', review)
    expect(after.held.map(({ ref }) => ref)).not.toContain(person.ref)
    expect(after.periods.find(({ periodStart }) => periodStart === '2026-10-01')?.bills).toBeGreaterThan(0)
    expect((await eventsOf(person)).filter((name) => name.startsWith('period.'))).toEqual([
      'period.held',
      'period.billed',
    ])
  })

  it('holds back nobody else when one bill cannot be made', async () => {
    const [broken, sound] = [await customer({ days: OCTOBER }), await customer({ days: OCTOBER })]
    await database('system').meter.update({ where: { id: broken.meter.id }, data: { unit: 'furlong' } })
    await on('2026-11-06', () => issuePeriods(job()))
    expect(await rowsOf(sound.person)).toHaveLength(1)
    expect(await outcomeOf(broken.person)).toMatchObject({ outcome: 'held', reason: 'fault' })
    await database('system').meter.update({ where: { id: broken.meter.id }, data: { unit: 'Wh' } })
  })
})

describe('the mail', () => {
  it('says what is to be paid until when, with a link to exactly that bill', async () => {
    const { person } = await customer({ days: OCTOBER })
    const address = `${person.id}@example.com`
    const id = randomUUID()
    await database('system').signInIdentifier.create({
      data: {
        id,
        brand: BRAND,
        subjectId: person.id,
        kind: 'email',
        blindIndex: sha256(address),
        sealed: seal(address, identifierContext(id)),
        verifiedAt: new Date('2026-01-01'),
      },
    })
    await on('2026-11-06', () => issuePeriods(job()))
    const [row] = await rowsOf(person)
    const messages = await database('system').outgoingMessage.findMany({ where: { subjectId: person.id } })
    expect(messages.map(({ kind }) => kind)).toEqual(['bills.issued'])
    const content = JSON.parse(unseal(messages[0]?.sealed ?? Buffer.of(), `outgoing_message ${messages[0]?.id}`))
    expect(content).toMatchObject({ to: address, path: `/${BRAND}/me/bills/${row?.id}` })
    expect(content.values).toMatchObject({ number: row?.number, date: '20 November 2026', estimated: 'no' })
    const visitor = issueGrant({ kind: 'anonymous', brand: BRAND }, 'bills:pay-by-link', { brand: BRAND })
    const link = await on('2026-11-07', () => findPayLink(visitor, content.pay.split('/').at(-1)))
    expect(link).toMatchObject({ billId: row?.id, live: true })
  })
})

describe('more fed in than used', () => {
  it('makes a bill below zero, held as credit, which pays the next one; taken back only while it is there', async () => {
    const { person, meter } = await customer({ perDay: 100n, days: OCTOBER })
    const out = await meterOf(person, 'export')
    await read(out, { perDay: 60_000n, days: OCTOBER })
    await on('2026-11-06', () => issuePeriods(job()))
    const [row] = await rowsOf(person)
    const bill = await getBill(person.grant('bills:view'), row?.id ?? '')
    expect(bill.totalMinor).toBeLessThan(0n)
    expect(bill).toMatchObject({
      state: 'paid',
      standing: 'credited',
      openMinor: 0n,
      creditMinor: -bill.totalMinor,
      walletMinor: -bill.totalMinor,
    })
    expect(bill.number).toMatch(/^ENB-2026-\d{6}$/)

    const november = days('2026-11-01', '2026-12-01')
    await read(meter, { perDay: 100_000n, days: november })
    await read(out, { perDay: 0n, days: november })
    await on('2026-12-06', () => issuePeriods(job()))
    const [, next] = await rowsOf(person)
    const paid = await getBill(person.grant('bills:view'), next?.id ?? '')
    expect(paid.openMinor).toBe(paid.totalMinor + bill.totalMinor > 0n ? paid.totalMinor + bill.totalMinor : 0n)

    const staff = await createTestStaff('data_operator')
    const grant = () => issueApprovedGrant(staff, 'bills:cancel', { brand: BRAND }, randomUUID())
    await expect(cancelBill(grant(), { billId: bill.id, reason: 'wrong_reading' })).rejects.toMatchObject({
      code: 'billing.credit_spent',
    })
  })

  it('can be taken back while its credit is there', async () => {
    const { person } = await customer({ perDay: 100n, days: OCTOBER })
    await read(await meterOf(person, 'export'), { perDay: 60_000n, days: OCTOBER })
    await on('2026-11-06', () => issuePeriods(job()))
    const [row] = await rowsOf(person)
    const staff = await createTestStaff('data_operator')
    await cancelBill(issueApprovedGrant(staff, 'bills:cancel', { brand: BRAND }, randomUUID()), {
      billId: row?.id ?? '',
      reason: 'wrong_reading',
    })
    const grant = systemGrant('test', 'payments:settle', { brand: BRAND, subject: person.id })
    const wallet = await inScope(grant, (tx) => walletOf(tx, { brand: BRAND, subject: person.id }))
    expect(wallet.filter(({ amountMinor }) => amountMinor !== 0n)).toEqual([])
  })
})

describe('an estimate that was billed', () => {
  it('and is read since is proposed to staff once, and made anew by a credit note and a new bill', async () => {
    const { person, meter } = await customer({ days: days('2026-10-01', '2026-10-22') })
    await on('2026-11-06', () => issuePeriods(job()))
    const [before] = await rowsOf(person)
    const review = async () =>
      issueGrant(await createTestStaff('data_operator'), 'billing-runs:review', { brand: BRAND })
    const proposal = async () => findProposal(await review(), before?.id ?? '')
    await on('2026-11-10', () => findCorrections(job()))
    expect(await proposal()).toBeNull()

    await read(meter, { perDay: 4_000n, days: days('2026-10-22', '2026-11-01') })
    await on('2026-11-11', async () => {
      await Promise.all([findCorrections(job()), findCorrections(job())])
      await findCorrections(job())
    })
    const proposed = await proposal()
    expect(proposed).toMatchObject({ number: before?.number, ref: person.ref, billedMinor: before?.totalMinor })
    expect(proposed?.totalMinor).toBeLessThan(before?.totalMinor ?? 0n)
    expect((await eventsOf(person)).filter((name) => name === 'bill.correction_proposed')).toHaveLength(1)

    const staff = await createTestStaff('data_operator')
    const grant = issueApprovedGrant(staff, 'bills:rebill', { brand: BRAND }, randomUUID())
    const made = await on('2026-11-12', () => rebill(grant, { billId: before?.id ?? '', reason: 'wrong_reading' }))
    expect(made.bill?.totalMinor).toBe(proposed?.totalMinor)
    expect(await proposal()).toBeNull()
  })

  it('and turns out right is not proposed; what staff leave as it is does not come back', async () => {
    const same = await customer({ days: days('2026-10-01', '2026-10-22') })
    const left = await customer({ days: days('2026-10-01', '2026-10-22') })
    await on('2026-11-06', () => issuePeriods(job()))
    await read(same.meter, { days: days('2026-10-22', '2026-11-01') })
    await read(left.meter, { perDay: 50_000n, days: days('2026-10-22', '2026-11-01') })
    await on('2026-11-11', () => findCorrections(job()))
    const staff = await createTestStaff('data_operator')
    const [sameBill, leftBill] = [(await rowsOf(same.person))[0]?.id ?? '', (await rowsOf(left.person))[0]?.id ?? '']
    const review = issueGrant(staff, 'billing-runs:review', { brand: BRAND })
    expect(await findProposal(review, sameBill)).toBeNull()
    expect(await findProposal(review, leftBill)).not.toBeNull()
    await expect(
      dismissCorrection(issueGrant(staff, 'billing-runs:dismiss', { brand: 'we-app' }), { billId: leftBill }),
    ).rejects.toMatchObject({ code: 'billing.not_found' })
    const dismiss = issueGrant(staff, 'billing-runs:dismiss', { brand: BRAND })
    await dismissCorrection(dismiss, { billId: leftBill })
    await on('2026-11-12', () => findCorrections(job()))
    expect(await findProposal(review, leftBill)).toBeNull()
    await expect(dismissCorrection(dismiss, { billId: leftBill })).rejects.toMatchObject({ code: 'billing.not_found' })
  })
})

it('a charging session that comes in after the bill of its days is proposed to staff, one of other days is not', async () => {
  const [late, other] = [await createTestPerson('we-e-charge'), await createTestPerson('we-e-charge')]
  for (const person of [late, other]) await chargeTestUse(person, 42_000n)
  await on('2026-11-06', () => issuePeriods(job()))
  await on('2026-11-07', () => findCorrections(job()))
  const review = issueGrant(await createTestStaff('data_operator'), 'billing-runs:review', { brand: 'we-e-charge' })
  const billOf = async (person: TestPerson) => (await rowsOf(person))[0]
  expect(await findProposal(review, (await billOf(late))?.id ?? '')).toBeNull()

  await chargeTestUse(late, 8_000n, '2026-10-31T22:30:00Z')
  await chargeTestUse(other, 8_000n, '2026-10-31T23:30:00Z')
  await on('2026-11-08', () => findCorrections(job()))
  const before = await billOf(late)
  const proposed = await findProposal(review, before?.id ?? '')
  expect(proposed).toMatchObject({ number: before?.number, billedMinor: before?.totalMinor })
  expect(proposed?.totalMinor).toBeGreaterThan(before?.totalMinor ?? 0n)
  expect(await findProposal(review, (await billOf(other))?.id ?? '')).toBeNull()

  const staff = await createTestStaff('data_operator')
  const grant = issueApprovedGrant(staff, 'bills:rebill', { brand: 'we-e-charge' }, randomUUID())
  const made = await on('2026-11-09', () => rebill(grant, { billId: before?.id ?? '', reason: 'wrong_reading' }))
  expect(made.bill?.totalMinor).toBe(proposed?.totalMinor)
  await on('2026-11-10', () => findCorrections(job()))
  expect(await findProposal(review, made.bill?.id ?? '')).toBeNull()
})

it('every brand says for how long a bill is', async () => {
  const rows = await database('system').billingPeriod.findMany({ where: { state: 'before' } })
  expect(rows.map(({ brand }) => brand).toSorted()).toEqual([...BRAND_KEYS].toSorted())
})
