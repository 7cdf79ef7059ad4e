/** Times that a text is asked before its plan is kept: what is asked once in a while is not worth it. */
const OFTEN = 8
/** Plans that a connection keeps at most; each takes some ten kilobytes of its memory. */
const MOST = 400
/** Texts that are counted at a time, so that those which never come again do not gather. */
const MOST_COUNTED = 5_000
/** Characters of a text that is given a name; longer ones are lists of rows, seldom twice the same. */
const LONGEST = 20_000

/**
 * Names for the statements that come again. PostgreSQL takes longer to plan most of what a page asks than to answer it;
 * under a name it plans once a connection, and goes on planning anew only where a plan fit for the values is so much
 * better. One that takes no values is sent as it is: it opens or closes a transaction.
 */
export function statementNames() {
  const counts = new Map<string, number>()
  const names = new Map<string, string>()
  /** The name of a text, empty where it has none. */
  return ({ sql, args }: { readonly sql: string; readonly args: readonly unknown[] }): string => {
    const known = names.get(sql)
    if (known) return known
    if (args.length === 0 || sql.length > LONGEST || names.size >= MOST) return ''
    if (counts.size >= MOST_COUNTED) counts.clear()
    const count = (counts.get(sql) ?? 0) + 1
    counts.set(sql, count)
    if (count < OFTEN) return ''
    const name = `openbook_${names.size + 1}`
    counts.delete(sql)
    names.set(sql, name)
    return name
  }
}
