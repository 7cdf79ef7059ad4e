import type { Shape } from '#lib/brands/index.ts'
import type { Prisma, Tx } from '#lib/platform/database/index.ts'

/** Whose rows, and of which category of the brand's manifest. */
export interface HeldBy {
  readonly brand: string
  readonly subject: string
  readonly category: string
}

export type HeldValue = string | number | bigint | boolean | Date | null

/** One row as the person sees it and as it is exported: the manifest's fields by their keys. */
export interface HeldRow {
  readonly id: string
  readonly at: Date
  readonly values: Readonly<Record<string, HeldValue>>
  /** Given by another person (WEA-09). */
  readonly givenByOther?: boolean
  /** Since when its person contests it. */
  readonly contestedAt?: Date
  /** When its person corrected it. */
  readonly correctedAt?: Date
  /** The name of the person's device that it came from; empty where it was removed and no name of it is kept. */
  readonly device?: string
  /** No sensitive field of it holds anything: what is empty is empty and not masked. */
  readonly nothingHidden?: boolean
}

/** A device that rows came from. */
export interface HeldDevice {
  readonly id: string
  /** By which the person knows it, its serial number where there is no name; null where nothing of it is kept. */
  readonly name: string | null
  readonly removed: boolean
  /** When the newest of its rows is from. */
  readonly newest: Date
}

/** The last row of the page before: newer rows first, by time and id. */
export interface HeldCursor {
  readonly at: Date
  readonly id: string
}

/** Values of one field that stand for what somebody looks for: the reader sees the words, and the row holds these. */
export interface FieldCodes {
  readonly field: string
  readonly values: readonly (string | number | boolean)[]
}

export interface HeldQuery {
  readonly limit: number
  readonly before?: HeldCursor
  readonly from?: Date
  readonly to?: Date
  /** A device of the person's that the rows came from. */
  readonly device?: string
  /** Words to find in the row's text, for a holding that `searches`. */
  readonly search?: string
  /** With `search`: what is found by what it is shown as. A row fits by its text, by one of these, or by its time. */
  readonly codes?: readonly FieldCodes[]
  /** With `search`: the times that it names, where it is a date. */
  readonly times?: readonly { readonly from: Date; readonly to: Date }[]
}

/** What a person put right, by the keys of fields. */
export interface Correction {
  readonly values: Readonly<Record<string, string | readonly string[] | null>>
  readonly at: Date
}

/** What an erasure did to a category. */
export interface ErasureCount {
  readonly erased: number
  readonly anonymised: number
  readonly kept: number
}

/**
 * What one domain holds about a person for one shape of category: how it is counted, listed, exported, deleted and
 * erased. Each domain declares its holdings in `personal-data.ts`; inventory, exports, retention and erasure iterate
 * them, and a test proves that each model with a subject is claimed exactly once.
 */
export interface Holding {
  readonly shape: Shape
  /** The models of prisma/schema that this holding answers for. */
  readonly models: readonly string[]
  /** The time of a row is a calendar day, at midnight UTC, and no instant: no zone may shift it. */
  readonly byDay?: true
  /**
   * A SELECT of (shape text, category text or NULL, rows bigint, newest timestamptz) for one person, so that all
   * holdings are counted in one statement. `category` is NULL where the shape has one category only.
   */
  summary(of: Pick<HeldBy, 'brand' | 'subject'>): Prisma.Sql
  /** The same as `summary` for one category, counting no further than so many rows; where there can be very many. */
  summaryUpTo?(of: HeldBy, most: number): Prisma.Sql
  /**
   * There can be very many rows, and `list` finds words, codes and times among them by itself. The rows of other holdings
   * are read, and compared as they are shown.
   */
  readonly searches?: true
  /** A page of rows, newest first, by key and never by offset. Sensitive values come sealed as null unless `reveal`. */
  list(tx: Tx, of: HeldBy, query: HeldQuery, reveal: boolean): Promise<HeldRow[]>
  /**
   * The devices that rows of a category come from, those of now and those that are no longer the person's: rows can be
   * narrowed to each. Absent where rows come from none.
   */
  devices?(tx: Tx, of: HeldBy): Promise<HeldDevice[]>
  /** Every row, newest first, read in batches; sensitive values included. */
  all(tx: Tx, of: HeldBy): AsyncIterable<HeldRow>
  /** Deletes the rows of some days and says how many; absent where rows have no days of their own or must stay. */
  removeBetween?(tx: Tx, of: HeldBy, days: { readonly from?: Date; readonly before?: Date }): Promise<number>
  /** Notes that the person contests a row, where they did not `before`. Absent where rows have other ways. */
  contest?(tx: Tx, of: HeldBy, id: string, at: Date): Promise<'noted' | 'before' | 'no row'>
  /** One row with its sensitive values; null where there is none. Absent where rows are not edited one by one. */
  read?(tx: Tx, of: HeldBy, id: string): Promise<HeldRow | null>
  /** Puts other values into fields of a row, an empty one (null) away; false where there is no such row. */
  correct?(tx: Tx, of: HeldBy, id: string, correction: Correction): Promise<boolean>
  /** Deletes one row that the person may delete; false where there is none. Absent where nothing may be deleted singly. */
  remove?(tx: Tx, of: HeldBy, id: string): Promise<boolean>
  /**
   * Keys in storage of the files that belong to the rows: of one row (`id`), of rows of a time, or of all.
   * They are removed before the rows, so that an interrupted erasure can be repeated. Absent where rows have no files.
   */
  files?(
    tx: Tx,
    of: HeldBy,
    which: { readonly id?: string; readonly since?: Date; readonly olderThan?: Date },
  ): Promise<string[]>
  /**
   * Erases or anonymises at the end of the account or of the retention (`olderThan`), with the system role.
   * `anonymise` is what the manifest's retention says for what must be kept for the law: the rows lose everything that
   * points to the person and note `keptUntil`. Repeating it changes nothing.
   */
  erase(
    tx: Tx,
    of: HeldBy,
    how: { readonly end: 'erase' | 'anonymise'; readonly olderThan?: Date; readonly keptUntil?: Date },
  ): Promise<ErasureCount>
  /**
   * A SELECT of the subjects (uuid) of a category that have rows older than a time, for a retention that counts in days
   * from each row. Absent where no manifest has such a rule for the shape.
   */
  overdue?(of: Pick<HeldBy, 'brand' | 'category'>, olderThan: Date): Prisma.Sql
  /** Removes what was anonymised and kept, of every person of the brand, once its `keptUntil` has passed. */
  removeKept?(tx: Tx, brand: string, now: Date): Promise<number>
}
