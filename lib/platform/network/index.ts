/** Addresses of the internet: which belong together, and which are only ever inside. */
export { bareAddress } from './bare-address.ts'
export { isInnerHost } from './is-inner-host.ts'
export { networkOf } from './network-of.ts'
