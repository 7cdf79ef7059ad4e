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

export function writeCursor({ at, id }: PageCursor): string {
  return `${at.getTime()}.${id}`
}

/** The addresses beside one page of rows that were asked for with one more than it shows. */
export function pagesAround(
  path: string,
  asked: { readonly before: PageCursor | undefined; readonly rows: readonly PageCursor[]; readonly size: number },
): { newer: string | null; older: string | null } {
  const last = asked.rows[asked.size - 1]
  const joint = path.includes('?') ? '&' : '?'
  return {
    // By key one pages forward only; the way back is to the newest.
    newer: asked.before ? path : null,
    older: asked.rows.length > asked.size && last ? `${path}${joint}before=${writeCursor(last)}` : null,
  }
}
