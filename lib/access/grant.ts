import type { Actor } from './actor.ts'
import type { Permission } from './permissions.ts'

declare const issued: unique symbol

/**
 * This permission, held by this actor, over this subject, of this brand. Every verb takes one as its first
 * parameter; only lib/access makes them (`issueGrant`), and a cast to it is a lint error.
 */
export interface Grant<P extends Permission = Permission> {
  readonly permission: P
  readonly actor: Actor
  /** Empty where the permission looks over several. */
  readonly brand: string
  /** The brands that a look over several reaches; null where it is one. */
  readonly brands: readonly string[] | null
  /** The person whose rows this reaches; null where the permission does not reach a person. */
  readonly subject: string | null
  /** The second person's approval under which it was issued; null for what needs none (ENB-09). */
  readonly approval: string | null
  readonly [issued]: true
}

/** A grant that reaches one person. */
export function subjectOf(grant: Grant): string {
  if (grant.subject === null) throw new Error(`${grant.permission} was granted without a subject`)
  return grant.subject
}

/** The brands of a grant that looks over several. */
export function brandsOf(grant: Grant): readonly string[] {
  if (grant.brands === null) throw new Error(`${grant.permission} was granted for one brand`)
  return grant.brands
}
