import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { freePort } from './free-port.ts'
import { keepPostgres } from './keep-postgres.ts'

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client(url.replace(/openbook$/, 'postgres'))
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query('SELECT 1')).rowCount === 1
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

test('a database that was killed is there again, and stops when it is asked to', { timeout: 120_000 }, async () => {
  // The server runs as a user of its own and makes it itself.
  const folder = join(tmpdir(), `keep-postgres-${randomUUID()}`)
  const told = { again: vi.fn(), lost: vi.fn() }
  const kept = await keepPostgres({ folder, port: await freePort(), password: randomUUID() }, told)
  process.kill(Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  await vi.waitFor(() => expect(told.again).toHaveBeenCalled(), { timeout: 60_000 })
  expect(await answers(kept.url)).toBe(true)
  await kept.stop()
  expect(await answers(kept.url)).toBe(false)
  expect(told.lost).not.toHaveBeenCalled()
  rmSync(folder, { recursive: true, force: true })
})
