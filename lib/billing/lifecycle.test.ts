import { beforeAll, describe, expect, it } from 'vitest'
import { issueApprovedGrant } from '#lib/access/approved-grant.ts'
import { inScope, issueGrant, systemGrant } from '#lib/access/index.ts'
import { approveOperation, requestApproval } from '#lib/approvals/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { billBalance, checkBooks, walletOf } from '#lib/ledger/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { createBilledPerson, issueTestBill, meterTestUse } from '#lib/testing/billed-person.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson, createTestStaff, type TestPerson } from '#lib/testing/people.ts'
import { cancelBill } from './cancel-bill.ts'
import {
  arrangeBill,
  discardDraft,
  draftBill,
  extendBill,
  findBill,
  getBill,
  type IssuedBill,
  issueBill,
  listBills,
  moveBills,
  offersFor,
  recordBillPayment,
  writeOffBillOperation,
} from './index.ts'
import { BILL_TRANSITIONS, mayBecome } from './lifecycle.ts'
import { rebill } from './rebill.ts'
import { BILL_STATES, type BillState } from './schema.ts'
import { writeOffBill } from './write-off-bill.ts'

beforeAll(useOwnDatabase, 60_000)

const PERIOD = { periodStart: '2026-10-01', periodEnd: '2026-11-01' }
const issuing = (person: TestPerson) => systemGrant('test', 'bills:issue', { brand: person.brand, subject: person.id })
const settling = (person: TestPerson) =>
  systemGrant('test', 'payments:settle', { brand: person.brand, subject: person.id })
const moving = () => systemGrant('job:bills.move', 'bills:move', { brand: '' })

async function operator<P extends 'bills:cancel' | 'bills:rebill' | 'bills:write-off'>(permission: P, brand: string) {
  return issueApprovedGrant(await createTestStaff('data_operator'), permission, { brand }, crypto.randomUUID())
}

let captures = 0
function pay(person: TestPerson, bill: { id: string; currency: string }, amountMinor: bigint) {
  captures += 1
  const captureId = `${bill.id}-${captures}`
  return inScope(settling(person), (tx) =>
    recordBillPayment(tx, settling(person), {
      brand: person.brand,
      subjectId: person.id,
      shares: [{ billId: bill.id, amountMinor }],
      provider: 'test',
      captureId,
      amountMinor,
      currency: bill.currency,
      at: clock.now(),
    }),
  )
}

/** Runs something as if it were a day, at noon in Shanghai. */
async function on<T>(day: string, run: () => Promise<T>): Promise<T> {
  clock.hold(new Date(`${day}T04:00:00Z`))
  try {
    return await run()
  } finally {
    clock.hold(null)
  }
}

const stateOf = async ({ id }: { id: string }) =>
  (await database('system').bill.findUniqueOrThrow({ where: { id } })).state as BillState
const namesOf = async ({ id }: { id: string }) =>
  (await database('system').auditEvent.findMany({ where: { target: id }, orderBy: { id: 'asc' } })).map(
    ({ name }) => name,
  )

/** A draft, and bills in each other state, made by the verbs alone. */
const REACHED: Readonly<Record<BillState, () => Promise<{ id: string }>>> = {
  draft: async () => {
    const person = await createTestPerson('energybilling')
    await meterTestUse(person, { utility: 'gas', quantity: 90_000n })
    return { id: (await draftBill(issuing(person), PERIOD)) ?? '' }
  },
  issued: async () => (await createBilledPerson()).bill,
  due: async () => {
    const { bill } = await createBilledPerson()
    await on('2026-11-12', () => moveBills(moving()))
    return bill
  },
  overdue: async () => {
    const { bill } = await createBilledPerson()
    await on('2026-11-16', () => moveBills(moving()))
    return bill
  },
  part_paid: async () => {
    const { person, bill } = await createBilledPerson()
    await on('2026-11-02', () => pay(person, bill, 1n))
    return bill
  },
  paid: async () => {
    const { person, bill } = await createBilledPerson()
    await pay(person, bill, bill.totalMinor)
    return bill
  },
  cancelled: async () => {
    const { bill } = await createBilledPerson()
    await cancelBill(await operator('bills:cancel', 'energybilling'), { billId: bill.id, reason: 'duplicate' })
    return bill
  },
  written_off: async () => {
    const { bill } = await createBilledPerson()
    await writeOffBill(await operator('bills:write-off', 'energybilling'), { billId: bill.id })
    return bill
  },
}

describe('the states of a bill', () => {
  it.each(BILL_STATES)('%s is reached by a verb, and the way there is recorded', async (state) => {
    const bill = await REACHED[state]()
    expect(await stateOf(bill)).toBe(state)
    const names = await namesOf(bill)
    expect(names.at(0)).toBe('bill.drafted')
    expect(names.at(-1)).toBe(state === 'draft' ? 'bill.drafted' : `bill.${state}`)
  })

  it('are each reached by a row of the table, and those that end stay', () => {
    const reached = new Set(Object.values(BILL_TRANSITIONS).flat())
    expect(BILL_STATES.filter((state) => state !== 'draft' && !reached.has(state))).toEqual([])
    for (const state of BILL_STATES) {
      expect(mayBecome('cancelled', state)).toBe(false)
      expect(mayBecome('written_off', state)).toBe(false)
      expect(mayBecome(state, 'draft')).toBe(false)
    }
  })

  it('follow the day of the brand’s zone and not of the server’s', async () => {
    const { bill } = await createBilledPerson()
    // 23:30 on the 15th in Shanghai, the last day; half an hour later it is the 16th there, and still the 15th in UTC.
    clock.hold(new Date('2026-11-15T15:30:00Z'))
    await moveBills(moving())
    expect(await stateOf(bill)).toBe('due')
    clock.hold(new Date('2026-11-15T16:00:00Z'))
    await moveBills(moving())
    expect(await moveBills(moving())).toBe(0)
    clock.hold(null)
    expect(await stateOf(bill)).toBe('overdue')
    expect((await namesOf(bill)).filter((name) => name === 'bill.overdue')).toHaveLength(1)
  })

  it('a draft has no number, is not shown, and can be issued or thrown away', async () => {
    const person = await createTestPerson('energybilling')
    await meterTestUse(person, { utility: 'gas', quantity: 90_000n })
    const draft = (await draftBill(issuing(person), PERIOD)) ?? ''
    expect(await draftBill(issuing(person), PERIOD)).toBe(draft)
    expect(await findBill(person.grant('bills:view'), draft)).toBeNull()
    expect((await listBills(person.grant('bills:view'), { limit: 5 })).bills).toEqual([])
    await discardDraft(issuing(person), { billId: draft })
    const issued = await issueBill(issuing(person), { ...PERIOD, issuedOn: '2026-11-01' })
    expect(issued?.number).toMatch(/^ENB-2026-\d{6}$/)
    await expect(discardDraft(issuing(person), { billId: issued?.id ?? '' })).rejects.toMatchObject({
      code: 'billing.not_found',
    })
  })
})

describe('what a bill said', () => {
  it('is never edited, nor its lines, nor its credit note, whoever tries', async () => {
    const { bill } = await createBilledPerson()
    const system = database('system')
    const where = { id: bill.id }
    const { lines } = await system.bill.findUniqueOrThrow({ where, include: { lines: true } })
    const line = { id: lines[0]?.id ?? '' }
    for (const attempt of [
      () => system.bill.update({ where, data: { totalMinor: 1n, netMinor: 1n, vatMinor: 0n } }),
      () => system.bill.update({ where, data: { dueOn: new Date('2027-01-01') } }),
      () => system.bill.update({ where, data: { number: 'ENB-2026-999999' } }),
      () => system.bill.update({ where, data: { state: 'draft', number: null } }),
      () => system.billLine.update({ where: line, data: { quantity: 1n } }),
      () => system.billLine.delete({ where: line }),
      () => system.billLine.create({ data: { ...(lines[0] ?? never()), id: crypto.randomUUID(), position: 99 } }),
      () => system.bill.create({ data: { ...frame(bill), state: 'issued', number: 'ENB-2026-999998' } }),
    ])
      await expect(attempt()).rejects.toThrow(/never edited|never removed|begins as a draft/)
    await cancelBill(await operator('bills:cancel', 'energybilling'), { billId: bill.id, reason: 'goodwill' })
    const edit = system.creditNote.update({
      where: { billId: bill.id },
      data: { totalMinor: 1n, netMinor: 1n, vatMinor: 0n },
    })
    await expect(edit).rejects.toThrow('never edited')
  })

  it('is the sum of its lines, or it is not issued', async () => {
    const person = await createTestPerson('energybilling')
    await meterTestUse(person, { utility: 'gas', quantity: 90_000n })
    const draft = (await draftBill(issuing(person), PERIOD)) ?? ''
    const system = database('system')
    await system.bill.update({
      where: { id: draft },
      data: { netMinor: { increment: 1n }, totalMinor: { increment: 1n } },
    })
    await expect(issueBill(issuing(person), PERIOD)).rejects.toThrow('sum of its lines')
  })
})

const never = (): never => {
  throw new Error('a bill has lines')
}
const frame = ({ currency }: IssuedBill) => ({
  brand: 'energybilling',
  currency,
  periodStart: new Date('2020-01-01'),
  periodEnd: new Date('2020-02-01'),
  issuedOn: new Date('2020-02-01'),
  dueOn: new Date('2020-02-15'),
  payableOn: new Date('2020-02-15'),
  netMinor: 0n,
  vatMinor: 0n,
  totalMinor: 0n,
})

describe('taking back', () => {
  it('bills a period anew: a credit note, a new bill, and what was paid of the old one pays the new one', async () => {
    const { person, bill } = await createBilledPerson()
    await pay(person, bill, 4_000n)
    await meterTestUse(person, { utility: 'water', quantity: 5_000n })
    const grant = await operator('bills:rebill', 'energybilling')
    const made = await rebill(grant, { billId: bill.id, reason: 'wrong_reading' })
    const view = person.grant('bills:view')
    const [old, fresh] = [await getBill(view, bill.id), await getBill(view, made.bill?.id ?? '')]
    expect(old).toMatchObject({
      state: 'cancelled',
      totalMinor: bill.totalMinor,
      openMinor: 0n,
      creditNote: { number: made.creditNote, reason: 'wrong_reading', totalMinor: bill.totalMinor },
      replacedBy: { number: made.bill?.number },
    })
    expect(fresh).toMatchObject({ state: 'part_paid', paidMinor: 4_000n, replaces: { number: bill.number } })
    expect(fresh.totalMinor).toBeGreaterThan(bill.totalMinor)
    expect(fresh.openMinor).toBe(fresh.totalMinor - 4_000n)
    expect(await wallet(person)).toEqual([])
    await expect(rebill(grant, { billId: bill.id, reason: 'wrong_reading' })).rejects.toMatchObject({
      code: 'billing.not_cancellable',
    })
  })

  it('while a checkout is open: its money pays the bill that stands in the place of the old one', async () => {
    const { person, bill } = await createBilledPerson()
    const made = await rebill(await operator('bills:rebill', 'energybilling'), {
      billId: bill.id,
      reason: 'wrong_tariff',
    })
    const [job] = await database('system').$queryRaw<{ data: unknown }[]>`
      SELECT data FROM pgboss.job WHERE name = 'payments.recheck' AND data->>'billId' = ${bill.id}`
    expect(job?.data).toEqual({ billId: bill.id })
    await pay(person, bill, bill.totalMinor)
    expect(await stateOf({ id: made.bill?.id ?? '' })).toBe('paid')
    expect(await stateOf(bill)).toBe('cancelled')
    expect(await wallet(person)).toEqual([])
  })

  it('for good holds what was paid as credit, and no one pays it any more', async () => {
    const { person, bill } = await createBilledPerson()
    await pay(person, bill, bill.totalMinor)
    await cancelBill(await operator('bills:cancel', 'energybilling'), { billId: bill.id, reason: 'wrong_person' })
    expect(await wallet(person)).toEqual([{ currency: 'CNY', amountMinor: bill.totalMinor }])
    const sums = await database('system').ledgerEntry.groupBy({
      by: ['account'],
      where: { billId: bill.id },
      _sum: { amountMinor: true },
    })
    const left = sums.filter(({ _sum }) => _sum.amountMinor !== 0n).map(({ account }) => account)
    expect(left.toSorted()).toEqual(['cash:test', 'customer_credit'])
  })

  it('leaves a written-off bill with nothing open, and money that comes after all is taken for it', async () => {
    const { person, bill } = await createBilledPerson()
    const grant = await operator('bills:write-off', 'energybilling')
    await writeOffBill(grant, { billId: bill.id })
    await expect(writeOffBill(grant, { billId: bill.id })).rejects.toMatchObject({ code: 'billing.not_open' })
    await pay(person, bill, bill.totalMinor)
    const read = (account: 'write_off' | 'receivable') =>
      inScope(settling(person), (tx) => billBalance(tx, bill.id, account))
    expect([await read('write_off'), await read('receivable')]).toEqual([0n, 0n])
    expect(await wallet(person)).toEqual([])
  })

  it('is the data operator’s of the same brand, and nobody else’s', async () => {
    const { bill } = await createBilledPerson()
    const elsewhere = await operator('bills:cancel', 'we-lock')
    await expect(cancelBill(elsewhere, { billId: bill.id, reason: 'duplicate' })).rejects.toMatchObject({
      code: 'billing.not_found',
    })
    for (const role of ['support', 'auditor', 'security_manager'] as const) {
      const actor = await createTestStaff(role)
      expect(() => issueGrant(actor, 'bills:cancel', { brand: 'energybilling' })).toThrow()
    }
  })

  it('needs a second person: asked by one, approved by another, done once and in the name of who asked', async () => {
    const { bill } = await createBilledPerson()
    const [asker, other] = [await createTestStaff('data_operator'), await createTestStaff('security_manager')]
    expect(() => issueGrant(asker, 'bills:write-off', { brand: 'energybilling' })).toThrow('access.approval')
    const asks = issueGrant(asker, 'approvals:request', { brand: 'energybilling' })
    const reason = 'The household moved away and left nothing'
    const approval = await requestApproval(asks, writeOffBillOperation, { input: { billId: bill.id }, reason })
    expect(await stateOf(bill)).toBe('issued')
    const decides = issueGrant({ ...other, authenticatedAt: clock.now() }, 'approvals:decide', {
      brand: 'energybilling',
    })
    expect(await approveOperation(decides, [writeOffBillOperation], { approval })).toMatchObject({ state: 'done' })
    expect(await stateOf(bill)).toBe('written_off')
    const again = requestApproval(asks, writeOffBillOperation, { input: { billId: bill.id }, reason })
    await expect(again).rejects.toMatchObject({ code: 'billing.not_open' })
  })

  it('keeps the books in order', async () => {
    const grant = systemGrant('test', 'payments:settle', { brand: '' })
    expect(await inScope(grant, (tx) => checkBooks(tx))).toEqual([])
  })
})

const wallet = (person: TestPerson) =>
  inScope(settling(person), (tx) => walletOf(tx, { brand: person.brand, subject: person.id }))

describe('numbers', () => {
  it('have no gaps and no doubles over bills and credit notes, under concurrency and after what failed', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => createTestPerson('we-lock')))
    for (const person of people) await meterTestUse(person, { utility: 'service', quantity: 50n })
    const failing = people.map((person) =>
      inScope(issuing(person), async () => {
        await issueBill(issuing(person), { ...PERIOD, issuedOn: '2025-03-01' })
        throw new Error('something after it went wrong')
      }).catch((fault: Error) => fault.message),
    )
    const going = people.map((person) => issueTestBillIn2025(person))
    const [failures, bills] = [await Promise.all(failing), await Promise.all(going)]
    expect(failures.every((message) => message.includes('went wrong'))).toBe(true)
    await on('2025-04-01', async () => {
      const grant = await operator('bills:cancel', 'we-lock')
      await Promise.all(
        bills.slice(0, 3).map((bill) => cancelBill(grant, { billId: bill?.id ?? '', reason: 'goodwill' })),
      )
    })
    const numbers = await database('system').$queryRaw<{ number: string }[]>`
      SELECT number FROM bill WHERE brand = 'we-lock' AND number LIKE 'LCK-2025-%'
      UNION ALL SELECT number FROM credit_note WHERE brand = 'we-lock' AND number LIKE 'LCK-2025-%' ORDER BY 1`
    expect(numbers.map(({ number }) => number)).toEqual(
      Array.from(
        { length: 9 },
        (_, index) => `${getManifest('we-lock').billPrefix}-2025-${String(index + 1).padStart(6, '0')}`,
      ),
    )
  })
})

function issueTestBillIn2025(person: TestPerson) {
  return issueBill(issuing(person), { ...PERIOD, issuedOn: '2025-03-01' })
}

describe('paying later', () => {
  it('gives more time once, within the limits of the brand, and being overdue follows it', async () => {
    const { person, bill } = await createBilledPerson()
    await on('2026-11-16', () => moveBills(moving()))
    const grant = () => person.grant('bills:pay-later')
    await on('2026-11-17', async () => {
      expect(await extendBill(grant(), { billId: bill.id })).toBe('2026-11-29')
      expect(await stateOf(bill)).toBe('issued')
      await expect(extendBill(grant(), { billId: bill.id })).rejects.toMatchObject({ code: 'billing.later_extended' })
    })
    await on('2026-11-29', () => moveBills(moving()))
    expect(await stateOf(bill)).toBe('due')
    await on('2026-11-30', () => moveBills(moving()))
    expect(await stateOf(bill)).toBe('overdue')
    const view = await getBill(person.grant('bills:view'), bill.id)
    expect([view.dueOn, view.payableOn, view.extendedTo]).toEqual(['2026-11-15', '2026-11-29', '2026-11-29'])
  })

  it('offers time as often a year as the brand says, and not when it is too late', async () => {
    const { person, bill } = await createBilledPerson()
    await on('2026-12-01', async () => {
      expect((await offers(person, bill)).extension).toEqual({ withheld: 'too_late' })
    })
    for (const month of ['08', '09']) {
      await meterTestUse(person, { utility: 'gas', quantity: 900_000n, at: `2026-${month}-05T00:00:00Z` })
      const next = `2026-${String(Number(month) + 1).padStart(2, '0')}-01`
      const issued = await issueTestBill(person, { periodStart: `2026-${month}-01`, periodEnd: next })
      await on(next, () => extendBill(person.grant('bills:pay-later'), { billId: issued?.id ?? '' }))
    }
    await on('2026-11-10', async () => {
      expect((await offers(person, bill)).extension).toEqual({ withheld: 'too_often' })
    })
  })

  it('pays in instalments that add up, moves on with each, and is kept when all is paid', async () => {
    const { person, bill } = await createBilledPerson()
    const plan = await on('2026-11-20', () =>
      arrangeBill(person.grant('bills:pay-later'), { billId: bill.id, instalments: 3 }),
    )
    expect(plan.map(({ dueOn }) => dueOn)).toEqual(['2026-12-20', '2027-01-19', '2027-02-18'])
    expect(plan.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(bill.totalMinor)
    await on('2026-12-01', () => pay(person, bill, plan[0]?.amountMinor ?? 0n))
    const view = await getBill(person.grant('bills:view'), bill.id)
    expect([view.payableOn, view.arrangement?.instalments.map(({ paid }) => paid)]).toEqual([
      '2027-01-19',
      [true, false, false],
    ])
    await on('2027-01-02', () => pay(person, bill, bill.totalMinor - (plan[0]?.amountMinor ?? 0n)))
    expect((await getBill(person.grant('bills:view'), bill.id)).arrangement?.state).toBe('kept')
  })

  it('is broken by an instalment that is missed for longer than the days of grace', async () => {
    const { person, bill } = await createBilledPerson()
    await on('2026-11-10', () => arrangeBill(person.grant('bills:pay-later'), { billId: bill.id, instalments: 2 }))
    await on('2026-12-11', () => moveBills(moving()))
    expect(await stateOf(bill)).toBe('overdue')
    expect((await getBill(person.grant('bills:view'), bill.id)).arrangement?.state).toBe('active')
    await on('2026-12-16', () => moveBills(moving()))
    const view = await getBill(person.grant('bills:view'), bill.id)
    expect([view.payableOn, view.arrangement?.state]).toEqual(['2026-11-15', 'broken'])
    await on('2026-12-16', async () => expect((await offers(person, bill)).arrangement).toEqual({ withheld: 'broken' }))
  })

  it('is refused beyond what is offered, for another person, and never made twice at once', async () => {
    const { person, bill } = await createBilledPerson()
    const ask = (instalments: number) => arrangeBill(person.grant('bills:pay-later'), { billId: bill.id, instalments })
    await expect(ask(24)).rejects.toMatchObject({ code: 'billing.later_too_many' })
    const stranger = await createTestPerson('energybilling')
    await expect(
      arrangeBill(stranger.grant('bills:pay-later'), { billId: bill.id, instalments: 2 }),
    ).rejects.toMatchObject({ code: 'billing.not_found' })
    const both = await Promise.allSettled([ask(2), ask(3)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

const offers = async (person: TestPerson, bill: { id: string }) =>
  offersFor(person.brand, await getBill(person.grant('bills:view'), bill.id))
