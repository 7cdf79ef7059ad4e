import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { CheckedRecord } from './check-record.ts'
import { findOwners, type Owners } from './find-owners.ts'
import { findPermitted, type Permitted } from './find-permitted.ts'

/** A record that may be stored, with the person whose it is. */
export interface PlacedRecord extends CheckedRecord {
  readonly subjectId: string
  readonly deviceId: string | null
  readonly meterId: string | null
}

/** Finds whose each record is and whether it may be kept about them: three statements for any number of records. */
export async function placeRecords(
  tx: Tx,
  brand: string,
  records: readonly CheckedRecord[],
): Promise<(PlacedRecord | Refusal)[]> {
  if (records.length === 0) return []
  const owners = await findOwners(tx, brand, records)
  const subjects = new Set(records.flatMap((record) => owners.of(record.subject)?.subjectId ?? []))
  const purposes = new Set(records.flatMap((record) => record.category.needsConsent ?? []))
  const permitted = await findPermitted(tx, brand, { subjects: [...subjects], purposes: [...purposes] })
  return records.map((record) => place(record, owners, permitted))
}

function place(record: CheckedRecord, owners: Owners, permitted: Permitted): PlacedRecord | Refusal {
  const { subject, category, device } = record
  const owner = owners.of(subject)
  if (!owner) return new Refusal('intake.subject_unknown')
  const { subjectId, thingId } = owner
  if (!permitted.isActive(subjectId)) return new Refusal('intake.account_not_active')
  const purpose = category.needsConsent
  if (purpose && !permitted.consents(subjectId, purpose)) return new Refusal('intake.consent_needed', { purpose })
  const sentBy = device === null ? null : owners.device(device, subjectId)
  if (device !== null && sentBy === null) return new Refusal('intake.device_unknown')
  return {
    ...record,
    subjectId,
    deviceId: sentBy ?? ('device' in subject ? thingId : null),
    meterId: 'meter' in subject ? thingId : null,
  }
}
