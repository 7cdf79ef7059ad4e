/**
 * What phones, devices and partners sent about a person, exactly as the manifest declares it. Records come in through
 * intake and leave by the person's wish, by retention or with the account.
 */
export { recordsHeld } from './personal-data.ts'
export type { NewRecord, RecordValue, StoreOutcome } from './schema.ts'
export { storeRecords } from './store-records.ts'
