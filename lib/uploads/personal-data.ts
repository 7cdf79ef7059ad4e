export { uploadsHeld } from './uploads-held.ts'
