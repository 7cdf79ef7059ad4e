import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { QUEUES } from '#lib/platform/queue/queues.ts'
import { applyMigrations } from './apply-migrations.ts'

/** The login roles that the portal runs as; the owner is used for nothing but this preparation. */
export interface RolePasswords {
  app: string
  staff: string
  system: string
  queue: string
}

const ROLES = ['app', 'staff', 'system', 'queue'] as const

/**
 * Brings a database to the state that the portal needs: roles, migrations, queue. Idempotent.
 * @param ownerUrl a connection that may create roles and schemas
 */
export async function prepareDatabase(ownerUrl: string, passwords: RolePasswords): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    for (const role of ROLES) await ensureRole(client, `openbook_${role}`, passwords[role])
    await applyMigrations(client)
    await prepareQueue(client, roleUrl(ownerUrl, 'queue', passwords.queue))
  })
}

/** The same server and database, entered as one of the portal's roles. */
export function roleUrl(ownerUrl: string, role: (typeof ROLES)[number], password: string): string {
  const url = new URL(ownerUrl)
  url.username = `openbook_${role}`
  url.password = password
  return url.href
}

async function ensureRole(client: pg.Client, role: string, password: string) {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
  const verb = rowCount ? 'ALTER' : 'CREATE'
  await client.query(
    `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${client.escapeLiteral(password)}`,
  )
}

/** The queue lives in a schema of its own, owned by its own role; the other roles may only add jobs to it. */
async function prepareQueue(client: pg.Client, queueUrl: string) {
  await client.query('CREATE SCHEMA IF NOT EXISTS pgboss AUTHORIZATION openbook_queue')
  const boss = new PgBoss({ connectionString: queueUrl, supervise: false, schedule: false, createSchema: false })
  boss.on('error', () => undefined)
  await boss.start()
  for (const { name, ...options } of QUEUES) {
    if (await boss.getQueue(name)) await boss.updateQueue(name, options)
    else await boss.createQueue(name, options)
  }
  await boss.stop({ graceful: false })
  await client.query(`
    GRANT USAGE ON SCHEMA pgboss TO openbook_app, openbook_staff, openbook_system;
    GRANT SELECT ON pgboss.queue TO openbook_app, openbook_staff, openbook_system;
    GRANT SELECT, INSERT ON pgboss.job, pgboss.job_common TO openbook_app, openbook_staff, openbook_system;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO openbook_app, openbook_staff, openbook_system;
  `)
}

async function withClient(url: string, run: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await run(client)
  } finally {
    await client.end()
  }
}
