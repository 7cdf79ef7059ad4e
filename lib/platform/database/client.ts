import { appendFileSync } from 'node:fs'
import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '#prisma/generated/client.ts'
import { environment } from '../environment.ts'
import { BindingClient } from './begin-with.ts'
import { statementNames } from './statement-names.ts'

/** The database roles of the running portal; each is bound by row-level security in its own way. */
export type DatabaseRole = 'app' | 'staff' | 'system'

/** One transaction; the only thing that verbs ever hold. */
export type Tx = Prisma.TransactionClient
export { Prisma }

const URLS = { app: 'DATABASE_APP_URL', staff: 'DATABASE_STAFF_URL', system: 'DATABASE_SYSTEM_URL' } as const
const POOL_SIZES = { app: 12, staff: 4, system: 8 }

// Next.js evaluates modules anew when a file changes; the pools outlive that.
const held = globalThis as typeof globalThis & { openbookDatabase?: Partial<Record<DatabaseRole, PrismaClient>> }

/** The pool of a role. Only lib/access opens transactions on it (a boundary rule sees to that). */
export function database(role: DatabaseRole): PrismaClient {
  held.openbookDatabase ??= {}
  held.openbookDatabase[role] ??= openClient(role)
  return held.openbookDatabase[role]
}

function openClient(role: DatabaseRole): PrismaClient {
  const { [URLS[role]]: connectionString, QUERY_LOG: queryLog } = environment()
  const adapter = new PrismaPg(
    {
      connectionString,
      max: POOL_SIZES[role],
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 10_000,
      Client: BindingClient,
    },
    { statementNameGenerator: statementNames() },
  )
  // `minimal`: no call pays for a stack of its own, which would only adorn the words of a fault.
  const options = { adapter, errorFormat: 'minimal' } as const
  if (!queryLog) return new PrismaClient(options)
  const client = new PrismaClient({ ...options, log: [{ emit: 'event', level: 'query' }] })
  client.$on('query', (event) => appendFileSync(queryLog, `${role} ${event.query.replaceAll('\n', ' ')}\n`))
  return client
}

/** Closes every pool; for the end of a process. */
export async function closeDatabase(): Promise<void> {
  const clients = Object.values(held.openbookDatabase ?? {})
  held.openbookDatabase = {}
  await Promise.all(clients.map((client) => client.$disconnect()))
}
