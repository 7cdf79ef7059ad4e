export { recordsHeld } from './records-held.ts'
