import type { z } from 'zod'
import { issueApprovedGrant } from '#lib/access/approved-grant.ts'
import { type Grant, inScope, type Permission, type StaffActor } from '#lib/access/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { inputHash } from './input-hash.ts'
import { type Approved, useApproval } from './use-approval.ts'

/** What the colleague who decides reads: ids, codes and amounts, and nothing that identifies a person. */
export interface AboutOperation {
  /** Fills `approvals.kinds.<kind>.summary` of the catalogue. */
  readonly summary: Readonly<Record<string, string | number>>
  /** The person whose data it touches, where it is one. */
  readonly subject?: string
  /** A page of staff that shows more. */
  readonly href?: string
}

export interface OperationDefinition<P extends Permission, S extends z.ZodType> {
  /** `<domain>.<what>`; the catalogue holds its words under `approvals.kinds.<kind>`: `title`, `summary`, `done`. */
  readonly kind: `${string}.${string}`
  /** Who may ask, and, in its row, who may approve. */
  readonly permission: P
  /** What is to be done. Its values must be JSON and parse to themselves again. */
  readonly input: S
  /** Minutes in which a colleague has to decide; three days unless it says otherwise. */
  readonly termMinutes?: number
  /**
   * What it is about, read with the role of staff when it is asked for. Refuses what could never be done; what may have
   * changed by then is for `run`.
   */
  about(tx: Tx, grant: Grant<'approvals:request'>, input: z.output<S>): Promise<AboutOperation>
  /**
   * Does it, in the one transaction in which the approval is used up: both or neither. The grant is that of who asked.
   * A Refusal ends the approval as failed; nothing that it did stays. What lies outside of the database goes into the
   * `Afterwards` that it answers with.
   */
  run(grant: Grant<P>, input: z.output<S>): Promise<unknown>
}

/** An operation as lib/approvals keeps it, whatever its input is. */
export interface Operation<I = unknown> {
  readonly kind: string
  readonly permission: Permission
  readonly termMinutes: number
  parse(input: unknown): I
  about(tx: Tx, grant: Grant<'approvals:request'>, input: I): Promise<AboutOperation>
  carryOut(actor: StaffActor, approved: Approved): Promise<void>
}

/** What is left to do once the transaction has committed: removing files, say. */
export type Afterwards = () => Promise<void>

const THREE_DAYS = 3 * 24 * 60

/** Declares an operation that needs a second person. */
export function defineOperation<P extends Permission, S extends z.ZodType>(
  definition: OperationDefinition<P, S>,
): Operation<z.output<S>> {
  const { kind, permission } = definition
  return {
    kind,
    permission,
    termMinutes: definition.termMinutes ?? THREE_DAYS,
    parse: (input) => definition.input.parse(input),
    about: (tx, grant, input) => definition.about(tx, grant, input),
    async carryOut(actor, approved) {
      const grant = issueApprovedGrant(actor, permission, { brand: approved.brand }, approved.id)
      const hash = inputHash({ brand: approved.brand, kind, permission, input: approved.input })
      const outcome = await inScope(grant, async (tx) => {
        await useApproval(tx, grant, approved, hash)
        return definition.run(grant, definition.input.parse(approved.input))
      })
      if (typeof outcome === 'function') await (outcome as Afterwards)()
    },
  }
}
