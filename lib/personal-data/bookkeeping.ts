import type { Tx } from '#lib/platform/database/index.ts'
import type { HeldBy } from './holding.ts'

type Whose = Pick<HeldBy, 'brand' | 'subject'>

/**
 * The portal's own notes about a person (an export that was asked for, a closing), of which no manifest has a category:
 * they are listed nowhere, or where they belong, and end with the account. Declared in `personal-data.ts` as a `Holding`
 * is, so that each model with a subject is claimed exactly once.
 */
export interface Bookkeeping {
  /** The models of prisma/schema that this answers for. */
  readonly models: readonly string[]
  /** Keys in storage of files that belong to the rows; they are removed before them. */
  files?(tx: Tx, of: Whose): Promise<string[]>
  /** Removes what may go, with the system role; repeating it changes nothing. */
  erase(tx: Tx, of: Whose): Promise<void>
}
