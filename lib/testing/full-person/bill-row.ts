import { database } from '#lib/platform/database/index.ts'
import { DAY, LATER, type Owner } from './owner.ts'

/** A bill with one line, as a draft that is then issued: nothing else comes past the database. */
export async function billRow(of: Owner, number: string, dueOn: Date, billKind: 'usage' | 'fee' = 'usage') {
  const system = database('system')
  const { id } = await system.bill.create({
    data: {
      ...of,
      kind: billKind,
      currency: 'EUR',
      periodStart: DAY,
      periodEnd: LATER,
      issuedOn: LATER,
      dueOn,
      payableOn: dueOn,
      netMinor: 10_000n,
      vatMinor: 2_000n,
      totalMinor: 12_000n,
      lines: {
        create: {
          ...of,
          position: 1,
          kind: 'energy',
          tariff: number,
          utility: 'charging',
          startsOn: DAY,
          endsOn: LATER,
          quantity: 1n,
          unit: 'Wh',
          rate: '0.1',
          netMinor: 10_000n,
          vatPercent: '20',
          vatMinor: 2_000n,
        },
      },
    },
  })
  await system.bill.update({ where: { id }, data: { state: 'issued', number } })
  return id
}
