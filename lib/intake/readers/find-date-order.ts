import { type CsvColumns, csvRows } from './csv-rows.ts'
import type { ByteSource } from './reading-file.ts'
import { InputFault } from './row-problems.ts'
import { type DateOrder, needsOrder, shownOrder } from './timestamps.ts'

/**
 * The order of day and month in a file's dates, by the first that can be read one way only. Null where no date needs an
 * order; 'unknown' where each one fits both. Reads no further than it must: one row where dates are written year first.
 */
export async function findDateOrder(
  source: ByteSource,
  columns: readonly string[],
  header: CsvColumns,
): Promise<DateOrder | 'unknown' | null> {
  let open = false
  try {
    for await (const row of csvRows(source, header, {}, { notify: () => undefined, totals: {}, notAfter: 0 })) {
      if ('ok' in row) continue
      const times = columns.map((name) => row.cells[name] ?? '').filter((text) => text !== '' && text !== 'NA')
      const shown = times.map(shownOrder).find((order) => order !== null)
      if (shown) return shown
      if (times.some(needsOrder)) open = true
      else if (times.length > 0 && !open) return null
    }
  } catch (fault) {
    // The reader itself tells what is wrong with the file.
    if (!(fault instanceof InputFault)) throw fault
  }
  return open ? 'unknown' : null
}
