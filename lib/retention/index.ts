export { type ClosingView, findClosing } from './find-closing.ts'
