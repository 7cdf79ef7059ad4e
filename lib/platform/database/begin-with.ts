import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'

/** Settings of PostgreSQL by name, bound to one transaction: they end with it. */
export type LocalSettings = Readonly<Record<`app.${string}`, string>>

interface Waiting {
  readonly settings: string
  taken: boolean
}

// A bundle holds this module more than once, and the pools one of them: what waits is held beside the pools.
const held = globalThis as typeof globalThis & { openbookWaiting?: AsyncLocalStorage<Waiting> }
held.openbookWaiting ??= new AsyncLocalStorage()
const waiting = held.openbookWaiting

/**
 * Runs what opens a transaction, so that the transaction begins with the settings, in the same message as its BEGIN. Only
 * the first one that is opened gets them.
 * @throws Error when none was opened before `transaction` asks for its proof
 */
export function beginWith<T>(settings: LocalSettings, transaction: (begun: () => void) => Promise<T>): Promise<T> {
  const lines = Object.entries(settings).map(([name, value]) => `; SET LOCAL ${name} = ${pg.escapeLiteral(value)}`)
  const mine: Waiting = { settings: lines.join(''), taken: false }
  return waiting.run(mine, () =>
    transaction(() => {
      if (!mine.taken) throw new Error('a transaction began without its settings')
    }),
  )
}

/** A connection whose transactions begin with what waits for them. */
export class BindingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config)
    this.query = new Proxy(this.query, {
      apply: (query, client, [first, ...rest]) => Reflect.apply(query, client, [bound(first), ...rest]),
    })
  }
}

function bound(query: unknown): unknown {
  if (typeof query !== 'object' || query === null || !('text' in query) || query.text !== 'BEGIN') return query
  const mine = waiting.getStore()
  if (!mine || mine.taken) return query
  mine.taken = true
  return { ...query, text: `BEGIN${mine.settings}` }
}
