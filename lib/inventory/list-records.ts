import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import type { Category } from '#lib/brands/index.ts'
import type { HeldDevice, HeldRow } from '#lib/personal-data/index.ts'
import { findCategory } from './find-category.ts'
import { type ReadRecords, readRows } from './read-rows.ts'
import { ROWS_PER_PAGE, writeCursor } from './schema.ts'

/** A page of the rows of one category. */
export interface RecordsPage {
  readonly category: Category
  readonly rows: readonly HeldRow[]
  /** Whether the person may delete rows of it, one by one and all of them. */
  readonly deletable: { readonly rows: boolean; readonly days: boolean; readonly all: boolean }
  /** Whether the person may correct fields of its rows by their own hand. */
  readonly editable: boolean
  /** The devices to which its rows can be narrowed, those of now first. */
  readonly devices: readonly HeldDevice[]
  /** Whether the person may contest its rows one by one. */
  readonly contestable: boolean
  /** The cursors (`at`) of the pages beside this one; null where there is none. */
  readonly newer: readonly string[] | null
  readonly older: readonly string[] | null
}

/**
 * Rows of a category, newest first, by key. Sensitive values are null.
 * @throws Refusal `inventory.not_found`
 */
export async function listRecords(
  grant: Grant<'inventory:view'>,
  key: string,
  query: ReadRecords,
): Promise<RecordsPage> {
  const { category, holding } = findCategory(grant.brand, key)
  const of = { brand: grant.brand, subject: subjectOf(grant), category: key }
  const { found, devices } = await inScope(grant, async (tx) => ({
    found: await readRows(tx, { category, holding }, of, query, false),
    devices: (await holding.devices?.(tx, of)) ?? [],
  }))
  const rows = found.slice(0, ROWS_PER_PAGE)
  const last = rows.at(-1)
  return {
    category,
    rows,
    deletable: {
      rows: category.deletable && holding.remove !== undefined,
      days: category.deletable && holding.removeBetween !== undefined,
      all: category.deletable,
    },
    editable: holding.correct !== undefined && category.fields.some(({ editable }) => editable),
    devices,
    contestable: holding.contest !== undefined,
    newer: query.at.length > 0 ? query.at.slice(0, -1) : null,
    older: last && found.length > ROWS_PER_PAGE ? [...query.at, writeCursor(last)] : null,
  }
}
