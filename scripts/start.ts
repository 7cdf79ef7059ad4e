import { resolve } from 'node:path'
import { EnvironmentError, readEnvironment } from '#lib/platform/environment.ts'
import { prepareDatabase } from '#prisma/prepare-database.ts'
import { demoEnvironment } from './demo-environment.ts'
import { portIsFree } from './free-port.ts'
import { keepPostgres } from './keep-postgres.ts'
import { makeFolder } from './make-folder.ts'
import { buildApplication, generateClient } from './prepare-code.ts'
import { Processes } from './processes.ts'
import { rolePasswords, withRoleUrls } from './role-urls.ts'
import { StartFault, step } from './steps.ts'
import { waitUntilReady } from './wait-until-ready.ts'
import { welcome } from './welcome.ts'

type Variables = Record<string, string>

const dev = process.argv.includes('--dev')
const dataFolder = resolve(process.env.OPENBOOK_DATA ?? '.data')
const live = process.env.OPENBOOK_MODE === 'live'
const processes = new Processes(dataFolder)
/** Megabytes. What a page needs dies with it: with room for some pages at once little of it is ever moved. */
const ROOMY_YOUTH = '--max-semi-space-size=64'
let stopDatabase: () => Promise<void> = async () => undefined
let stopping = false

try {
  await main()
} catch (fault) {
  const sentence = fault instanceof StartFault || fault instanceof EnvironmentError ? fault.message : words(fault)
  process.stderr.write(`\n${sentence}\n`)
  await stop(1)
}

async function main() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  const port = wantedPort()
  processes.clearLeftovers()
  if (!(await portIsFree(port)))
    throw new StartFault(
      `Port ${port} is in use. Stop what uses it, or start on another one: PORT=${port + 1} npm start`,
    )
  await generateClient()
  if (!dev) await buildApplication()

  const variables = live ? given() : await demoEnvironment(dataFolder, port)
  const ownerUrl = await startDatabase(variables)
  const env = withRoleUrls(variables, ownerUrl)
  readEnvironment(env)
  checkStorage(env)
  await step('Preparing the database', () =>
    prepareDatabase(ownerUrl, rolePasswords(env)).catch((fault: unknown) => {
      throw variables.DATABASE_URL ? namedDatabaseFault(fault) : fault
    }),
  )
  if (!live) await seedDemo(env)

  if (!live) start('sandbox', ['sandbox/main.ts'], env)
  start('worker', ['worker/main.ts'], env)
  start('web', [ROOMY_YOUTH, 'scripts/web.ts', ...(dev ? ['--dev'] : [])], {
    ...env,
    PORT: String(port),
    NODE_ENV: dev ? 'development' : 'production',
  })
  await step('Starting the portal', () =>
    waitUntilReady(`http://127.0.0.1:${port}/api/health`, processes.logFile('web')),
  )
  process.stdout.write(await welcome(env, live))
}

function wantedPort(): number {
  const port = Number(process.env.PORT ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new StartFault('The environment variable PORT cannot be used: it is a number from 1 to 65535.')
  return port
}

function given(): Variables {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

/** The server at DATABASE_URL, or the one that comes with the project. */
async function startDatabase(variables: Variables): Promise<string> {
  if (variables.DATABASE_URL) {
    if (!/^postgres(ql)?:\/\/[^/]+\/./.test(variables.DATABASE_URL) || !URL.canParse(variables.DATABASE_URL))
      throw new StartFault(
        'The environment variable DATABASE_URL cannot be used: it is an address like postgresql://user:password@host:5432/name.',
      )
    return variables.DATABASE_URL
  }
  if (live) throw new StartFault('The environment variable DATABASE_URL is missing.')
  return step('Starting the database', async () => {
    const options = {
      folder: `${dataFolder}/postgres`,
      port: Number(variables.POSTGRES_PORT),
      password: variables.POSTGRES_PASSWORD ?? '',
    }
    const database = await keepPostgres(options, { again: tellAgain, lost: giveUp })
    stopDatabase = database.stop
    await database.createDatabase('openbook').catch((fault: unknown) => {
      if (!/already exists/.test(String(fault))) throw fault
    })
    return database.url
  })
}

/** What keeps the portal from the database that the caller named, as one sentence. */
function namedDatabaseFault(fault: unknown): unknown {
  const text = fault instanceof Error ? `${fault.message} ${'code' in fault ? fault.code : ''}` : String(fault)
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|timeout/.test(text))
    return new StartFault('The database that DATABASE_URL names does not answer. Check its address, and that it runs.')
  if (/28P01|28000|authentication failed/.test(text))
    return new StartFault('The database that DATABASE_URL names refuses its user or password.')
  if (/3D000/.test(text)) return new StartFault('The server that DATABASE_URL names has no database of that name.')
  if (/42501/.test(text))
    return new StartFault('The user in DATABASE_URL may not make roles and schemas; name the owner of the database.')
  return fault
}

/** @throws StartFault where files could not be kept once somebody sends one */
function checkStorage({ STORAGE_DIR = '' }: Variables): void {
  try {
    makeFolder(STORAGE_DIR)
  } catch {
    throw new StartFault(`The environment variable STORAGE_DIR cannot be used: ${STORAGE_DIR} cannot be written.`)
  }
}

function tellAgain() {
  process.stdout.write('\nThe database ended by itself and was started again; nothing that was stored is lost.\n')
}

function giveUp(fault: unknown) {
  if (stopping) return
  process.stderr.write(`\nThe database ended by itself and does not come back: ${words(fault)}.\n`)
  void stop(1)
}

async function seedDemo(env: Variables) {
  Object.assign(process.env, env)
  const { seed } = await import('#prisma/seed/seed.ts')
  await step('Filling in demo data', seed)
}

function start(name: string, args: readonly string[], env: Variables) {
  processes.start(name, args, { NODE_ENV: 'production', ...env }, (ended) => {
    if (stopping) return
    process.stderr.write(`\nThe ${ended} process ended by itself; its last words are in ${processes.logFile(ended)}.\n`)
    void stop(1)
  })
}

async function stop(code: number) {
  if (stopping) return
  stopping = true
  if (code === 0) process.stdout.write('\nStopping …\n')
  await processes.stop()
  await stopDatabase().catch(() => undefined)
  process.exit(code)
}

function words(fault: unknown): string {
  return fault instanceof Error ? (process.env.DEBUG ? (fault.stack ?? fault.message) : fault.message) : String(fault)
}
