import type { Tx } from '#lib/platform/database/index.ts'
import type { CheckedRecord } from './check-record.ts'
import type { Subject } from './schema.ts'

/** Whom a reference, a meter or a device belongs to now. */
export interface Owner {
  readonly subjectId: string
  /** The meter or the device itself; null for an account. */
  readonly thingId: string | null
}

/** What the senders of a batch may name, and to whom it belongs. */
export interface Owners {
  /** Of the subject a record names; null where there is none, or where a serial number belongs to several people. */
  of(subject: Subject): Owner | null
  /** The device with this serial number that is bound to this person. */
  device(serial: string, subjectId: string): string | null
}

type Kind = 'ref' | 'meter' | 'device'

interface Row {
  kind: Kind
  name: string
  subject_id: string
  thing_id: string | null
}

/**
 * Looks up every account, meter and device that a batch names, in one statement. Removed meters and unbound devices
 * belong to nobody: what they send is not stored under the person who had them.
 */
export async function findOwners(tx: Tx, brand: string, records: readonly CheckedRecord[]): Promise<Owners> {
  const named: Record<Kind, Set<string>> = { ref: new Set(), meter: new Set(), device: new Set() }
  for (const { subject, device } of records) {
    const { kind, name } = nameOf(subject)
    named[kind].add(name)
    if (device !== null) named.device.add(device)
  }
  const rows = await tx.$queryRaw<Row[]>`
    SELECT 'ref' AS kind, ref AS name, id::text AS subject_id, NULL AS thing_id
    FROM account WHERE brand = ${brand} AND ref = ANY(${[...named.ref]}::text[])
    UNION ALL
    SELECT 'meter', serial, subject_id::text, id::text
    FROM meter WHERE brand = ${brand} AND serial = ANY(${[...named.meter]}::text[]) AND removed_at IS NULL
    UNION ALL
    SELECT 'device', serial, subject_id::text, id::text
    FROM device WHERE brand = ${brand} AND serial = ANY(${[...named.device]}::text[]) AND revoked_at IS NULL`
  const found = Map.groupBy(rows, (row) => `${row.kind} ${row.name}`)
  return {
    of(subject) {
      const { kind, name } = nameOf(subject)
      const [first, second] = found.get(`${kind} ${name}`) ?? []
      return first && !second ? { subjectId: first.subject_id, thingId: first.thing_id } : null
    },
    device(serial, subjectId) {
      const rowsOfSerial = found.get(`device ${serial}`) ?? []
      return rowsOfSerial.find((row) => row.subject_id === subjectId)?.thing_id ?? null
    },
  }
}

function nameOf(subject: Subject): { kind: Kind; name: string } {
  if ('ref' in subject) return { kind: 'ref', name: subject.ref }
  if ('meter' in subject) return { kind: 'meter', name: subject.meter }
  return { kind: 'device', name: subject.device }
}
