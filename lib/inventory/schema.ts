import { z } from 'zod'
import type { HeldCursor } from '#lib/personal-data/holding.ts'
import { writtenDay } from '#lib/platform/calendar/written-day.ts'
import { LOCALES } from '#lib/platform/i18n/locales.ts'
import { plainText } from '#lib/platform/plain-text.ts'

export type { HeldDevice, HeldRow, HeldValue } from '#lib/personal-data/holding.ts'
export { shownDays, shownText, toldFields } from './shown-text.ts'
export { wordsOf } from './words-of.ts'

/** Until when a row is kept, as far as it can be said: a day, or as long as the account lives (and then some days). */
export type KeptUntil =
  | { readonly kind: 'on'; readonly at: Date }
  | { readonly kind: 'account' }
  | { readonly kind: 'after_closing'; readonly days: number }

export const ROWS_PER_PAGE = 25
/** How far the page of a category counts: to count a million rows takes longer than all the rest of it. */
export const MOST_COUNTED = 10_000
/** Pages back that an address remembers; before them, "newer" leads to the newest. */
const TRAIL = 20
export const MOST_SEARCHED = 100
/** A UUID, and for rows without one of their own (readings: their meter's) the time that tells them apart. */
const ROW_ID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:@[\w:.+-]{1,40})?$/
/** Rows that can be read, corrected, contested and deleted one by one all have an id of their own. */
export const OwnId = z.guid('inventory.not_found')

/** The place after a row, as it stands in an address. */
export function writeCursor(row: HeldCursor): string {
  return `${row.at.getTime().toString(36)}_${ROW_ID.exec(row.id)?.[1] ?? row.id}`
}

/** Null for what no page of ours wrote. */
export function readCursor(text: string): HeldCursor | null {
  const [, time = '', id = ''] = /^([0-9a-z]{1,9})_(.+)$/.exec(text) ?? []
  const [, uuid] = ROW_ID.exec(id) ?? []
  return time && uuid ? { at: new Date(Number.parseInt(time, 36)), id: uuid } : null
}

const Day = writtenDay().or(z.literal(''))
const Search = z.string().trim().max(MOST_SEARCHED)
const Cursors = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => [given ?? []].flat().slice(-TRAIL))

/** What the page of a category is asked for in its address. What cannot be understood is left out. */
export const RecordsQuery = z.object({
  search: Search.catch(''),
  from: Day.catch(''),
  to: Day.catch(''),
  /** A device of the person's, by its id. */
  device: z.uuid().or(z.literal('')).catch(''),
  /** Cursors of the pages passed, the last one being this page's. */
  at: Cursors,
  /** A row whose sensitive values are asked for. */
  reveal: z.string().regex(ROW_ID).optional().catch(undefined),
})
export type RecordsQuery = z.output<typeof RecordsQuery>

/** What somebody looks for, as they wrote it, with what is wrong with it: codes of the catalogue. */
export interface AskedRecords {
  readonly typed: Readonly<Record<'search' | 'from' | 'to' | 'device', string>>
  readonly faults: Readonly<Partial<Record<'search' | 'from' | 'to', string>>>
}

/** What a query leaves out is not lost: it stays in the form, and the reason beside it. */
export function askedRecords(address: Readonly<Record<string, unknown>>): AskedRecords {
  const written = (name: string) => (typeof address[name] === 'string' ? address[name] : '')
  const typed = { search: written('search'), from: written('from'), to: written('to'), device: written('device') }
  const [from, to] = [typed.from, typed.to].map((day) => Day.safeParse(day).success)
  const reversed = from && to && typed.from !== '' && typed.to !== '' && typed.to < typed.from
  return {
    typed,
    faults: {
      ...(Search.safeParse(typed.search).success ? {} : { search: 'inventory.search_long' }),
      ...(from ? {} : { from: 'inventory.day_wrong' }),
      ...(to ? {} : { to: 'inventory.day_wrong' }),
      ...(reversed ? { to: 'inventory.range_reversed' } : {}),
    },
  }
}

const CategoryKey = z.string().regex(/^[a-z][a-z0-9_]*$/)

export const DeleteRecord = z.object({ category: CategoryKey, record: OwnId })
export type DeleteRecord = z.output<typeof DeleteRecord>

/** Days of the brand's zone, both included; one of them may be left open. */
export const DeleteRange = z
  .object({
    category: CategoryKey,
    from: writtenDay('inventory.day_wrong').or(z.literal('')),
    to: writtenDay('inventory.day_wrong').or(z.literal('')),
  })
  .refine(({ from, to }) => from !== '' || to !== '', { path: ['from'], error: 'inventory.range_empty' })
  .refine(({ from, to }) => from === '' || to === '' || from <= to, { path: ['to'], error: 'inventory.range_reversed' })
export type DeleteRange = z.output<typeof DeleteRange>

export const CONTEST_LENGTH = 2_000

export const ContestRecord = z.object({
  category: CategoryKey,
  record: OwnId,
  reason: z.string().transform(plainText).pipe(z.string().min(1).max(CONTEST_LENGTH)),
})
export type ContestRecord = z.output<typeof ContestRecord>

/** Names of the inputs for values, so that no field of a manifest takes the place of another input. */
export const VALUE_PREFIX = 'value_'
export const LIST_ITEMS = 200

/** What was typed for each field of a record, by the keys of fields. */
export const CorrectRecord = z
  .object({ category: CategoryKey, record: OwnId })
  .catchall(z.unknown())
  .transform(({ category, record, ...rest }) => ({
    category,
    record,
    typed: Object.fromEntries(
      Object.entries(rest).flatMap(([name, value]) =>
        name.startsWith(VALUE_PREFIX) && typeof value === 'string' ? [[name.slice(VALUE_PREFIX.length), value]] : [],
      ),
    ),
  }))
export type CorrectRecord = z.output<typeof CorrectRecord>

export const DeleteCategory = z.object({
  category: CategoryKey,
  /** The language in which the consequence stood beside the button; a withdrawal of consent records it. */
  locale: z.enum(LOCALES),
})
export type DeleteCategory = z.output<typeof DeleteCategory>
