import { describe, expect, it } from 'vitest'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { createBilledPerson } from '#lib/testing/billed-person.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { readStatement, recordBillPayment } from './index.ts'

describe('a statement', () => {
  it('is the fold of the ledger: each line, the running balance, what is open and what is held', async () => {
    const { person, bill } = await createBilledPerson()
    const grant = systemGrant('test', 'payments:settle', { brand: person.brand, subject: person.id })
    await inScope(grant, (tx) =>
      recordBillPayment(tx, grant, {
        brand: person.brand,
        subjectId: person.id,
        shares: [{ billId: bill.id, amountMinor: bill.totalMinor }],
        provider: 'test',
        captureId: bill.id,
        amountMinor: bill.totalMinor + 250n,
        currency: bill.currency,
        at: clock.now(),
      }),
    )
    const { years, statements } = await readStatement(person.grant('bills:view'), {})
    expect(years).toEqual([2026])
    const [statement] = statements
    expect(
      statement?.entries.map(({ kind, number, amountMinor, balanceMinor }) => [
        kind,
        number,
        amountMinor,
        balanceMinor,
      ]),
    ).toEqual([
      ['bill_issued', bill.number, bill.totalMinor, bill.totalMinor],
      ['payment', bill.number, -bill.totalMinor - 250n, -250n],
    ])
    expect(statement).toMatchObject({ openingMinor: 0n, closingMinor: -250n, openMinor: 0n, creditMinor: 250n })
    const { _sum } = await database('system').ledgerEntry.aggregate({
      where: { subjectId: person.id, account: { in: ['receivable', 'customer_credit'] } },
      _sum: { amountMinor: true },
    })
    expect(statement?.closingMinor).toBe(_sum.amountMinor)
  })

  it('begins a year with what the year before ended with, by the zone of the brand, and is nobody else’s', async () => {
    const { person, bill } = await createBilledPerson()
    const grant = systemGrant('test', 'payments:settle', { brand: person.brand, subject: person.id })
    await inScope(grant, (tx) =>
      recordBillPayment(tx, grant, {
        brand: person.brand,
        subjectId: person.id,
        shares: [{ billId: bill.id, amountMinor: 100n }],
        provider: 'test',
        captureId: bill.id,
        amountMinor: 100n,
        currency: bill.currency,
        // The first minutes of the new year in Shanghai.
        at: new Date('2026-12-31T16:05:00Z'),
      }),
    )
    const view = person.grant('bills:view')
    const { years, statements } = await readStatement(view, {})
    expect(years).toEqual([2027, 2026])
    expect(statements).toMatchObject([
      { year: 2027, openingMinor: bill.totalMinor, closingMinor: bill.totalMinor - 100n },
    ])
    expect((await readStatement(view, { year: 2026 })).statements[0]?.closingMinor).toBe(bill.totalMinor)
    const stranger = await createTestPerson(person.brand)
    expect(await readStatement(stranger.grant('bills:view'), { year: 2026 })).toEqual({ years: [], statements: [] })
  })
})
