import { describe, expect, it } from 'vitest'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { chargeTestUse, createBilledPerson, issueTestBill, meterTestUse } from '#lib/testing/billed-person.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { billsHeld, findBill, getBill, listBills, listOpenBills, recordBillPayment } from './index.ts'
import { standingOn } from './lifecycle.ts'

describe('a bill', () => {
  it('has lines for electricity, gas and water, and its ledger balances', async () => {
    const person = await createTestPerson('energybilling')
    await meterTestUse(person, { utility: 'electricity', quantity: 250_000n })
    await meterTestUse(person, { utility: 'gas', quantity: 120_000n })
    await meterTestUse(person, { utility: 'water', quantity: 9_300n })
    const issued = await issueTestBill(person)
    const bill = await getBill(person.grant('bills:view'), issued?.id ?? '')
    expect(bill.lines.map(({ utility, kind, quantity, netMinor }) => [utility, kind, quantity, netMinor])).toEqual(
      expect.arrayContaining([
        ['electricity', 'energy', 250_000n, 14_575n],
        ['electricity', 'standing', 31n, 620n],
        ['gas', 'energy', 120_000n, 3_432n],
        ['water', 'energy', 9_300n, 4_046n],
      ]),
    )
    expect(bill.totalMinor).toBe(bill.lines.reduce((sum, line) => sum + line.netMinor + line.vatMinor, 0n))
    expect(bill).toMatchObject({
      openMinor: bill.totalMinor,
      paidMinor: 0n,
      utilities: ['electricity', 'gas', 'water'],
    })
    expect(bill.dueOn).toBe('2026-11-15')
    const sums = await database('system').ledgerEntry.groupBy({
      by: ['account'],
      where: { billId: bill.id },
      _sum: { amountMinor: true },
    })
    expect(sums.reduce((sum, { _sum }) => sum + (_sum.amountMinor ?? 0n), 0n)).toBe(0n)
  })

  it('of a period is issued once, also when asked for ten times at once, and overlapping periods are refused', async () => {
    const person = await createTestPerson('energybilling')
    await meterTestUse(person, { utility: 'gas', quantity: 1000n })
    const bills = await Promise.all(Array.from({ length: 10 }, () => issueTestBill(person)))
    expect(new Set(bills.map((bill) => bill?.id)).size).toBe(1)
    expect(bills.filter((bill) => bill?.issued)).toHaveLength(1)
    await expect(issueTestBill(person, { periodStart: '2026-10-15', periodEnd: '2026-11-15' })).rejects.toMatchObject({
      code: 'billing.period_overlaps',
    })
  })

  it('takes the next number of its brand and year, without gaps and without doubles', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => createTestPerson('we-lock')))
    await Promise.all(people.map((person) => meterTestUse(person, { utility: 'service', quantity: 50n })))
    const period = { periodStart: '2024-03-01', periodEnd: '2024-04-01' }
    for (const person of people)
      await meterTestUse(person, { utility: 'service', quantity: 50n, at: '2024-03-05T00:00:00Z' })
    const bills = await Promise.all(people.map((person) => issueTestBill(person, period)))
    expect(bills.map((bill) => bill?.number).toSorted()).toEqual(
      people.map((_, index) => `${getManifest('we-lock').billPrefix}-2024-${String(index + 1).padStart(6, '0')}`),
    )
  })

  it('of charging counts sessions by the brand’s day, and nothing used is no bill', async () => {
    const person = await createTestPerson('we-e-charge')
    expect(await issueTestBill(person)).toBeNull()
    await chargeTestUse(person, 10_000n, '2026-09-30T22:30:00Z')
    await chargeTestUse(person, 5_000n, '2026-10-31T23:30:00Z')
    const issued = await issueTestBill(person)
    const bill = await getBill(person.grant('bills:view'), issued?.id ?? '')
    expect(bill.lines.map(({ kind, quantity }) => [kind, quantity])).toEqual([
      ['energy', 10_000n],
      ['standing', 31n],
    ])
  })

  it('is another person’s or another brand’s: not found', async () => {
    const { bill } = await createBilledPerson()
    const [same, other] = [await createTestPerson('energybilling'), await createTestPerson('we-app')]
    for (const stranger of [same, other]) {
      expect(await findBill(stranger.grant('bills:view'), bill.id)).toBeNull()
      await expect(getBill(stranger.grant('bills:view'), bill.id)).rejects.toMatchObject({ code: 'billing.not_found' })
    }
    expect(await findBill(same.grant('bills:view'), 'no-id')).toBeNull()
  })

  it('is overdue by date, part paid by part, paid by the rest; more than that is credit', async () => {
    const { person, bill } = await createBilledPerson()
    const grant = systemGrant('test', 'payments:settle', { brand: person.brand, subject: person.id })
    const pay = (captureId: string, amountMinor: bigint) =>
      inScope(grant, (tx) =>
        recordBillPayment(tx, grant, {
          brand: person.brand,
          subjectId: person.id,
          shares: [{ billId: bill.id, amountMinor }],
          provider: 'test',
          captureId: `${bill.id}-${captureId}`,
          amountMinor,
          currency: bill.currency,
          at: clock.now(),
        }),
      )
    expect((await listOpenBills(person.grant('bills:view')))[0]?.id).toBe(bill.id)
    expect(await pay('a', 100n)).toBe(true)
    expect(await pay('a', 100n)).toBe(false)
    expect(await getBill(person.grant('bills:view'), bill.id)).toMatchObject({ state: 'overdue', paidMinor: 100n })
    await Promise.all([pay('b', bill.totalMinor - 100n), pay('c', 500n)])
    expect(await getBill(person.grant('bills:view'), bill.id)).toMatchObject({
      state: 'paid',
      openMinor: 0n,
      creditMinor: 500n,
    })
    const credit = await database('system').ledgerEntry.aggregate({
      where: { billId: bill.id, account: 'customer_credit' },
      _sum: { amountMinor: true },
    })
    expect(credit._sum.amountMinor).toBe(-500n)
    expect(await listOpenBills(person.grant('bills:view'))).toEqual([])
    const { open, bills, credit: held } = await listBills(person.grant('bills:view'), { limit: 5 })
    expect([open.length, bills.length]).toEqual([0, 1])
    expect(held).toEqual([{ currency: bill.currency, amountMinor: 500n }])
    const facts = { totalMinor: 5n, openMinor: 5n, payableOn: '2026-11-15' }
    const on = (today: string, dueUntil: string) => ({ today, dueUntil })
    expect(standingOn({ state: 'issued', ...facts }, on('2026-11-01', '2026-11-05'))).toBe('issued')
    expect(standingOn({ state: 'issued', ...facts }, on('2026-11-11', '2026-11-15'))).toBe('due')
    expect(standingOn({ state: 'issued', ...facts, openMinor: 4n }, on('2026-11-15', '2026-11-19'))).toBe('part_paid')
    expect(standingOn({ state: 'part_paid', ...facts }, on('2026-11-16', '2026-11-20'))).toBe('overdue')
  })

  it('that was anonymised keeps its amounts and points to nobody', async () => {
    const { person, bill } = await createBilledPerson()
    const of = { brand: person.brand, subject: person.id, category: 'bills' }
    const system = systemGrant('test', 'retention:erase-account', { brand: person.brand, subject: person.id })
    const count = await inScope(system, (tx) => billsHeld.erase(tx, of, { end: 'anonymise' }))
    expect(count).toEqual({ erased: 0, anonymised: 1, kept: 0 })
    const kept = await database('system').bill.findUniqueOrThrow({ where: { id: bill.id }, include: { lines: true } })
    expect([kept.subjectId, kept.totalMinor]).toEqual([null, bill.totalMinor])
    expect(kept.lines.every((line) => line.subjectId === null && line.meterId === null)).toBe(true)
  })

  it('lists by key, newest first', async () => {
    const person = await createTestPerson('we-app')
    for (const month of ['2026-07', '2026-08', '2026-09'])
      await meterTestUse(person, {
        utility: 'service',
        quantity: 90n,
        at: `${month}-05T00:00:00Z`,
        installedAt: '2026-07-01T00:00:00Z',
      })
    for (const [periodStart, periodEnd] of [
      ['2026-07-01', '2026-08-01'],
      ['2026-08-01', '2026-09-01'],
      ['2026-09-01', '2026-10-01'],
    ] as const)
      await issueTestBill(person, { periodStart, periodEnd })
    const first = await listBills(person.grant('bills:view'), { limit: 2 })
    const last = first.bills.at(-1)
    if (!last) throw new Error('no bill')
    const second = await listBills(person.grant('bills:view'), {
      limit: 2,
      before: { issuedOn: last.issuedOn, id: last.id },
    })
    expect([...first.bills, ...second.bills].map((bill) => bill.periodStart)).toEqual([
      '2026-09-01',
      '2026-08-01',
      '2026-07-01',
    ])
    expect([first.more, second.more]).toEqual([true, false])
    const urgent = await listOpenBills(person.grant('bills:view'))
    expect(urgent).toHaveLength(3)
    expect([first.open, second.open]).toEqual([urgent, urgent])
  })
})
