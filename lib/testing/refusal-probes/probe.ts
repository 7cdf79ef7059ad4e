import type { Grant, PERMISSIONS, Permission } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import type { FullPerson } from '../full-person.ts'

type Table = typeof PERMISSIONS

/** Permissions by which somebody reaches the rows of a person: bound to one by row-level security, or held by people. */
export type PersonPermission = {
  [P in Permission]: Table[P]['reach'] extends 'subject' ? P : 'person' extends Table[P]['holders'][number] ? P : never
}[Permission]

type Attempt<P extends Permission> = (grant: Grant<P>, victim: FullPerson) => Promise<unknown>

/**
 * How a permission's verbs are turned against somebody else's rows.
 * `aims` names the victim's rows and must come to "not found" or to nothing; `own` cannot name anything and must bring
 * back nothing of the victim.
 */
export interface Probe<P extends Permission> {
  readonly aims: Readonly<Record<string, Attempt<P>>>
  readonly own: Readonly<Record<string, Attempt<P>>>
}

/** The probes of every permission that reaches a person. */
export type Probes = { readonly [P in PersonPermission]: Probe<P> }

export const visitor = { address: '192.0.2.9', client: 'test', locale: 'en', session: null } as const
export const nobodys = '01890000-0000-7000-8000-000000000000'
/** The category in which the victim's record lies: one whose records their person may delete. */
export const recordCategory = (brand: string) =>
  getManifest(brand).categories.find(({ shape, deletable }) => shape === 'record' && deletable)?.key ?? ''
