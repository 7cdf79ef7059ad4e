import type { Tx } from '#lib/platform/database/index.ts'
import { readCdrBills } from './cdr-bills.ts'
import { cdrsOfSession, type StoredSession } from './cdrs-of-session.ts'

/** Sessions that are read at a time. */
const PAGE = 100

export interface ChargingOf {
  readonly brand: string
  readonly subject: string
}

/** Reads something in a transaction of its own, or in one that goes on for the whole file. */
export type Reader = <T>(read: (tx: Tx) => Promise<T>) => Promise<T>

/**
 * Everything the person charged as one JSON array of CDR objects of OCPI 2.2.1, oldest first, page by page by key, so that
 * it takes the same memory however many sessions there are.
 */
export async function* writeChargingCdrs(reader: Reader, of: ChargingOf): AsyncGenerator<string> {
  const bills = await reader((tx) => readCdrBills(tx, of))
  let between = '[\n'
  let after: StoredSession | undefined
  for (;;) {
    const last = after
    const page = await reader((tx) => sessionsAfter(tx, of, last))
    const written = page.flatMap((session) => cdrsOfSession(session, { ...of, bills }))
    if (written.length > 0) {
      yield `${between}${written.map((cdr) => JSON.stringify(cdr)).join(',\n')}`
      between = ',\n'
    }
    after = page.at(-1)
    if (!after || page.length < PAGE) break
  }
  yield between === '[\n' ? '[]\n' : '\n]\n'
}

/** The same, from a transaction that goes on for all of it; null for somebody who never charged. */
export async function chargingCdrs(tx: Tx, of: ChargingOf): Promise<AsyncIterable<string> | null> {
  const where = { brand: of.brand, subjectId: of.subject }
  if (!(await tx.chargingSession.findFirst({ where, select: { id: true } }))) return null
  return writeChargingCdrs((read) => read(tx), of)
}

function sessionsAfter(tx: Tx, { brand, subject }: ChargingOf, after: StoredSession | undefined) {
  return tx.chargingSession.findMany({
    where: {
      brand,
      subjectId: subject,
      ...(after
        ? {
            startedAt: { gte: after.startedAt },
            OR: [{ startedAt: { gt: after.startedAt } }, { id: { gt: after.id } }],
          }
        : {}),
    },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    take: PAGE,
    select: {
      id: true,
      deviceId: true,
      startedAt: true,
      endedAt: true,
      energyWh: true,
      costMinor: true,
      currency: true,
      station: true,
      receivedAt: true,
    },
  })
}
