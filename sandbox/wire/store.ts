import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export interface Table<T> {
  get(id: string): T | undefined
  put(id: string, value: T): T
  delete(id: string): void
  /** Oldest first. */
  all(): T[]
}

export interface Store {
  table<T>(name: string): Table<T>
  /** Makes everything changed since the last call lasting, all of it or nothing. */
  commit(): void
}

type Change = [table: string, id: string, value: unknown]
type Rows = Map<string, Map<string, unknown>>

function apply(rows: Rows, [table, id, value]: Change): void {
  const held = rows.get(table) ?? new Map<string, unknown>()
  rows.set(table, held)
  if (value === null) held.delete(id)
  else held.set(id, value)
}

/** A line that a kill cut short was never answered for, so it never happened. */
function readJournal(file: string): Rows {
  const rows: Rows = new Map()
  if (!existsSync(file)) return rows
  for (const line of readFileSync(file, 'utf8').split('\n').slice(0, -1)) {
    try {
      const changes: Change[] = JSON.parse(line)
      for (const change of changes) apply(rows, change)
    } catch {
      break
    }
  }
  return rows
}

function rewrite(file: string, rows: Rows): void {
  const changes = [...rows].flatMap(([table, held]) => [...held].map(([id, value]): Change => [table, id, value]))
  writeFileSync(`${file}.new`, changes.map((change) => `${JSON.stringify([change])}\n`).join(''), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/**
 * What a provider remembers. With a file, each commit is one appended line, and the file is compacted at the next start;
 * without one it lives in memory only.
 */
export function openStore(file: string | null): Store {
  if (file) mkdirSync(dirname(file), { recursive: true })
  const rows: Rows = file ? readJournal(file) : new Map()
  if (file) rewrite(file, rows)
  let pending: Change[] = []

  function view<T>(name: string): Table<T> {
    const held = (rows.get(name) ?? new Map()) as Map<string, T>
    rows.set(name, held)
    return {
      get: (id) => held.get(id),
      put: (id, value) => {
        held.set(id, value)
        pending.push([name, id, value])
        return value
      },
      delete: (id) => {
        if (held.delete(id)) pending.push([name, id, null])
      },
      all: () => [...held.values()],
    }
  }

  return {
    table: view,
    commit() {
      if (pending.length === 0) return
      const line = `${JSON.stringify(pending)}\n`
      pending = []
      if (file) appendFileSync(file, line, { mode: 0o600 })
    },
  }
}
