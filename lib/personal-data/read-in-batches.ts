import type { HeldCursor, HeldQuery, HeldRow } from './holding.ts'

const BATCH = 2_000

/** Reads every row through a page function, batch by batch, by key. */
export async function* readInBatches(page: (query: HeldQuery) => Promise<HeldRow[]>): AsyncGenerator<HeldRow> {
  let before: HeldCursor | undefined
  for (;;) {
    const rows = await page(before ? { limit: BATCH, before } : { limit: BATCH })
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    before = { at: last.at, id: last.id }
  }
}
