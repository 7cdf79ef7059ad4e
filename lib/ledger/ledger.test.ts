import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { applyCredit, recordBillPayment } from '#lib/billing/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { createBilledPerson, issueTestBill, meterTestUse } from '#lib/testing/billed-person.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { checkBooks, type LedgerLine, postLedger, walletOf } from './index.ts'

const grantFor = (person: TestPerson) =>
  systemGrant('test', 'payments:settle', { brand: person.brand, subject: person.id })

function post(person: TestPerson, entries: readonly LedgerLine[], reference: string = randomUUID()) {
  return inScope(grantFor(person), (tx) =>
    postLedger(tx, {
      brand: person.brand,
      subjectId: person.id,
      kind: 'payment',
      reference,
      currency: 'CNY',
      at: clock.now(),
      billId: null,
      entries,
    }),
  )
}

const creditOf = (person: TestPerson) =>
  inScope(grantFor(person), (tx) => walletOf(tx, { brand: person.brand, subject: person.id }))

describe('the books', () => {
  it('refuse what does not balance, and keep nothing of it', async () => {
    const person = await createTestPerson('energybilling')
    const reference = randomUUID()
    const unequal = [
      { account: 'cash:test', amountMinor: 100n },
      { account: 'customer_credit', amountMinor: -99n },
    ] as const
    await expect(post(person, unequal, reference)).rejects.toThrow('does not balance')
    expect(await database('system').ledgerTransaction.count({ where: { reference } })).toBe(0)
  })

  it('post one movement of money once, in any number of brands', async () => {
    const [one, other] = [await createTestPerson('energybilling'), await createTestPerson('we-lock')]
    const reference = randomUUID()
    const entries = [
      { account: 'cash:test', amountMinor: 100n },
      { account: 'customer_credit', amountMinor: -100n },
    ] as const
    const posted = await Promise.all(Array.from({ length: 5 }, () => post(one, entries, reference)))
    expect(posted.filter(Boolean)).toHaveLength(1)
    await expect(post(other, entries, reference)).rejects.toThrow('23505')
  })

  it('never let a wallet go below zero', async () => {
    const person = await createTestPerson('energybilling')
    const spend = post(person, [
      { account: 'customer_credit', amountMinor: 1n },
      { account: 'receivable', amountMinor: -1n },
    ])
    await expect(spend).rejects.toThrow('below zero')
  })

  it('say of themselves that all is well', async () => {
    const grant = systemGrant('test', 'payments:settle', { brand: '' })
    const faults = await inScope(grant, (tx) => checkBooks(tx))
    // Bills that tests made past every verb are in no state of their balance.
    expect(faults.filter(({ rule }) => !rule.startsWith('a bill'))).toEqual([])
  })

  it('are not changed by anybody, the owner of the tables included', async () => {
    const person = await createTestPerson('energybilling')
    await post(person, [
      { account: 'cash:test', amountMinor: 5n },
      { account: 'customer_credit', amountMinor: -5n },
    ])
    const change = database('system').ledgerEntry.updateMany({
      where: { subjectId: person.id },
      data: { amountMinor: 6n },
    })
    await expect(change).rejects.toThrow(/permission denied|append-only/)
  })
})

describe('credit', () => {
  it('that was paid beyond a bill is used by the next one as it is issued, and once', async () => {
    const { person, bill } = await createBilledPerson()
    const grant = grantFor(person)
    await inScope(grant, (tx) =>
      recordBillPayment(tx, grant, {
        brand: person.brand,
        subjectId: person.id,
        shares: [{ billId: bill.id, amountMinor: bill.totalMinor }],
        provider: 'test',
        captureId: randomUUID(),
        amountMinor: bill.totalMinor + 300n,
        currency: bill.currency,
        at: clock.now(),
      }),
    )
    expect(await creditOf(person)).toEqual([{ currency: bill.currency, amountMinor: 300n }])
    await meterTestUse(person, { utility: 'gas', quantity: 90_000_000n, at: '2026-11-05T00:00:00Z' })
    const next = await issueTestBill(person, { periodStart: '2026-11-01', periodEnd: '2026-12-01' })
    if (!next) throw new Error('the next month owes nothing')
    expect(await creditOf(person)).toEqual([])
    expect((await database('system').bill.findUniqueOrThrow({ where: { id: next.id } })).state).toBe('part_paid')
    expect(await inScope(grant, (tx) => applyCredit(tx, grant, next.id))).toBe(0n)
  })
})
