import { getManifest } from '#lib/brands/index.ts'
import type { HeldBy, HeldCursor, HeldQuery, HeldRow } from '#lib/personal-data/index.ts'
import { startOfDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { codesSaying } from './codes-saying.ts'
import type { HeldCategory } from './find-category.ts'
import { type RecordsQuery, ROWS_PER_PAGE, readCursor } from './schema.ts'
import { showing } from './showing.ts'
import { writtenTimes } from './written-time.ts'

/** A query with the language of its reader, in which words, dates and numbers are found; that of the brand for a program. */
export type ReadRecords = RecordsQuery & { readonly locale?: Locale }

/** A page more than a thousand rows long is read at once where they are few; nobody has more of these than some batches. */
const BATCH = 1_000
const MOST_READ = 20_000

/**
 * The rows of a page, and one more than it has, which tells whether there is another. What somebody looks for is found by
 * the database where there can be very many rows, and elsewhere by reading what they show, the newest 20,000 of them.
 */
export async function readRows(
  tx: Tx,
  { category, holding }: HeldCategory,
  of: HeldBy,
  query: ReadRecords,
  reveal: boolean,
): Promise<HeldRow[]> {
  const manifest = getManifest(of.brand)
  const zone = holding.byDay ? 'UTC' : manifest.zone
  const reader = { locale: query.locale ?? manifest.defaultLocale, zone: manifest.zone, now: clock.now() }
  const before = readCursor(query.at.at(-1) ?? '')
  const asked: HeldQuery = {
    limit: ROWS_PER_PAGE + 1,
    ...(before ? { before } : {}),
    ...(query.from ? { from: startOfDay(query.from, zone) } : {}),
    ...(query.to ? { to: startOfDay(query.to, zone, 1) } : {}),
    ...(query.device ? { device: query.device } : {}),
  }
  const { search } = query
  if (!search) return holding.list(tx, of, asked, reveal)
  if (holding.searches) {
    const times = writtenTimes(search, reader)
    return holding.list(
      tx,
      of,
      { ...asked, search, times, codes: codesSaying(category, search, reader.locale) },
      reveal,
    )
  }
  const shows = showing(manifest, category, search, reader)
  return someOf((batch) => holding.list(tx, of, { ...asked, ...batch }, reveal), shows, before)
}

type ReadBatch = (batch: { readonly limit: number; readonly before?: HeldCursor }) => Promise<HeldRow[]>

async function someOf(read: ReadBatch, shows: (row: HeldRow) => boolean, from: HeldCursor | null): Promise<HeldRow[]> {
  const found: HeldRow[] = []
  let before = from
  for (let seen = 0; seen < MOST_READ && found.length <= ROWS_PER_PAGE; seen += BATCH) {
    const rows = await read(before ? { limit: BATCH, before } : { limit: BATCH })
    found.push(...rows.filter(shows))
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) break
    before = { at: last.at, id: last.id }
  }
  return found.slice(0, ROWS_PER_PAGE + 1)
}
