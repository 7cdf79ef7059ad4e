/** Addresses of the internet: which belong together, and which are only ever inside. */
export { isInnerHost } from './is-inner-host.ts'
export { networkOf } from './network-of.ts'
