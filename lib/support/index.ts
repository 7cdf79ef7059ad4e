/** Staff acting for a person: found, with a reason and an end time, one at a time, and readable by the person. */
export { endSupport } from './end-support.ts'
export { findPerson } from './find-person.ts'
export { getPerson, type PersonView } from './get-person.ts'
export { accessRecordHeld } from './personal-data.ts'
export { startSupportOperation } from './start-support-operation.ts'
