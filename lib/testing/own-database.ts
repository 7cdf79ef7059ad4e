import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { database } from '#lib/platform/database/index.ts'
import { prepareDatabase, roleUrl } from '../../prisma/prepare-database.ts'

/**
 * Gives the test file that calls it (in `beforeAll`, before anything asks for the database) a database of its own. For
 * work that reaches over everybody's rows, such as a sweep in a year's time: in the shared one it would take away what
 * other files are just testing.
 */
export async function useOwnDatabase(): Promise<void> {
  const shared = process.env.TEST_OWNER_URL ?? ''
  const name = `own_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: shared })
  await client.connect()
  // Roles belong to the whole server: two files must not set them up at once. The lock goes with the connection.
  await client.query("SELECT pg_advisory_lock(hashtext('openbook.own-database'))")
  await client.query(`CREATE DATABASE ${name}`)
  const url = new URL(shared)
  url.pathname = `/${name}`
  const own = String(url)
  const passwords = { app: 'app', staff: 'staff', system: 'system', queue: 'queue' }
  await prepareDatabase(own, passwords)
  await client.end()
  Object.assign(process.env, {
    TEST_OWNER_URL: own,
    DATABASE_APP_URL: roleUrl(own, 'app', passwords.app),
    DATABASE_STAFF_URL: roleUrl(own, 'staff', passwords.staff),
    DATABASE_SYSTEM_URL: roleUrl(own, 'system', passwords.system),
    DATABASE_QUEUE_URL: roleUrl(own, 'queue', passwords.queue),
  })
  const [row] = await database('system').$queryRaw<{ name: string }[]>`SELECT current_database() AS name`
  if (row?.name !== name) throw new Error('the environment was read before the test had a database of its own')
}
