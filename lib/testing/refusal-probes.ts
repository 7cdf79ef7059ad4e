import { accountProbes } from './refusal-probes/account-probes.ts'
import { dataProbes } from './refusal-probes/data-probes.ts'
import { moneyProbes } from './refusal-probes/money-probes.ts'
import type { Probes } from './refusal-probes/probe.ts'
import { rightsProbes } from './refusal-probes/rights-probes.ts'

export { type PersonPermission, recordCategory } from './refusal-probes/probe.ts'

/** Exhaustive: a permission that is added without a probe does not compile. */
export const PROBES: Probes = { ...dataProbes, ...rightsProbes, ...moneyProbes, ...accountProbes }
