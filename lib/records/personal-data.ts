export { recordsHeld } from './records-held.ts'
export { uploadsHeld } from './uploads-held.ts'
