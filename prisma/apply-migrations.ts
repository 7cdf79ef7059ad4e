import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'

const folder = join(dirname(fileURLToPath(import.meta.url)), 'migrations')

/**
 * Applies the migrations that a database lacks, each in one transaction, and records them as Prisma does
 * (table `_prisma_migrations`, SHA-256 of the script), so that `prisma migrate deploy` agrees afterwards.
 * Prisma's WebAssembly engine splits scripts at semicolons and cannot run functions and triggers; see
 * docs/decisions/0003-own-migration-runner.md.
 * @throws when a migration that was applied has been edited since
 */
export async function applyMigrations(client: pg.Client): Promise<string[]> {
  await client.query("SELECT pg_advisory_lock(hashtext('openbook.migrations'))")
  try {
    await client.query(TABLE)
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]))
    const done: string[] = []
    for (const { name, script, checksum } of await readMigrations()) {
      const before = applied.get(name)
      if (before === checksum) continue
      if (before !== undefined) throw new Error(`Migration ${name} was edited after it had been applied.`)
      await applyOne(client, name, script, checksum)
      done.push(name)
    }
    return done
  } finally {
    await client.query("SELECT pg_advisory_unlock(hashtext('openbook.migrations'))")
  }
}

async function readMigrations() {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    }),
  )
}

async function applyOne(client: pg.Client, name: string, script: string, checksum: string) {
  await client.query('BEGIN')
  try {
    await client.query(script)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (fault) {
    await client.query('ROLLBACK')
    throw new Error(`Migration ${name} failed: ${fault instanceof Error ? fault.message : String(fault)}`, {
      cause: fault,
    })
  }
}

const TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY,
    checksum varchar(64) NOT NULL,
    finished_at timestamptz,
    migration_name varchar(255) NOT NULL,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0
  )`
