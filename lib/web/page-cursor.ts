/** The last row of the page before, as an address carries it: its time and its id. */
export interface PageCursor {
  readonly at: Date
  readonly id: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Reads `?before=<milliseconds>.<id>`; anything else is the first page. */
export function readCursor(written: string | string[] | undefined): PageCursor | undefined {
  if (typeof written !== 'string') return undefined
  const [milliseconds = '', id = ''] = written.split('.')
  const at = new Date(/^\d{1,13}$/.test(milliseconds) ? Number(milliseconds) : Number.NaN)
  return Number.isNaN(at.getTime()) || !UUID.test(id) ? undefined : { at, id }
}

/** What is asked of a list: one row more than the page shows tells whether there is another page. */
export function readPage(
  written: string | string[] | undefined,
  size: number,
): { readonly limit: number; readonly before?: PageCursor } {
  const before = readCursor(written)
  return { limit: size + 1, ...(before ? { before } : {}) }
}

export function writeCursor({ at, id }: PageCursor): string {
  return `${at.getTime()}.${id}`
}

interface AskedPage {
  readonly before?: PageCursor | undefined
  readonly rows: readonly PageCursor[]
  readonly size: number
  /** What the address calls the cursor, where a page has several lists. */
  readonly name?: string
}

/** The addresses beside one page of rows that were asked for with one more than it shows. */
export function pagesAround(
  path: string,
  { before, rows, size, name = 'before' }: AskedPage,
): { newer: string | null; older: string | null } {
  const last = rows[size - 1]
  const joint = path.includes('?') ? '&' : '?'
  return {
    // By key one pages forward only; the way back is to the newest.
    newer: before ? path : null,
    older: rows.length > size && last ? `${path}${joint}${name}=${writeCursor(last)}` : null,
  }
}
