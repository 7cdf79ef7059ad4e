import { randomUUID } from 'node:crypto'
import { database } from '#lib/platform/database/index.ts'
import { deviceRows } from './full-person/device-rows.ts'
import { identityRows } from './full-person/identity-rows.ts'
import { moneyRows } from './full-person/money-rows.ts'
import { recordRows } from './full-person/record-rows.ts'
import { rightsRows } from './full-person/rights-rows.ts'
import { usageRows } from './full-person/usage-rows.ts'
import { createTestPerson, createTestStaff, type TestPerson } from './people.ts'

/** A person with at least one row in every table that holds people, and a word that stands in all of their texts. */
export interface FullPerson extends TestPerson {
  readonly marker: string
  /** Ids of their rows, by what they are. */
  readonly rows: Readonly<Record<RowName, string>>
}

type RowName =
  | 'session'
  | 'device'
  | 'phone'
  | 'record'
  | 'upload'
  | 'requestedExport'
  | 'readyExport'
  | 'request'
  | 'correction'
  | 'feeRequest'
  | 'paidRequest'
  | 'consent'
  | 'bill'
  | 'payment'
  | 'closure'
  | 'subscription'
  | 'card'
  | 'announcement'

/**
 * Writes the rows past every verb, so that a test of what others can reach does not depend on verbs being right.
 * `category` is one of the brand's, for the record.
 */
export async function createFullPerson(brand: string, category: string): Promise<FullPerson> {
  const person = await createTestPerson(brand)
  const marker = `victim-${randomUUID()}`
  const of = { brand, subjectId: person.id }
  await database('system').profile.update({ where: { subjectId: person.id }, data: { fields: { nickname: marker } } })
  await createTestStaff('support', { person })
  const rows = {
    ...(await identityRows(of, marker)),
    ...(await deviceRows(of, marker)),
    ...(await recordRows(of, marker, category)),
    ...(await rightsRows(of, marker)),
    ...(await moneyRows(of, marker)),
  }
  await usageRows(of, marker)
  return { ...person, marker, rows }
}
