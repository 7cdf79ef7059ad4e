import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sourceHash } from './source-hash.ts'
import { step } from './steps.ts'

const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'next.config.ts',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
  'package-lock.json',
]

/** Makes the database client from prisma/schema, unless it is there for exactly that schema. */
export async function generateClient(): Promise<void> {
  const wanted = sourceHash(['prisma/schema', 'package-lock.json'])
  await unlessMade('prisma/generated/.made-from', wanted, 'Making the database client', () =>
    // Prisma's native engine is not used (docs/decisions/0003); naming one stops the attempt to fetch it.
    run('prisma', ['generate'], { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }),
  )
}

/** Builds the web application, unless it is built from exactly these sources. */
export async function buildApplication(): Promise<void> {
  await unlessMade('.next/made-from', sourceHash(SOURCES), 'Building the portal', () => run('next', ['build']))
}

async function unlessMade(marker: string, wanted: string, name: string, make: () => Promise<void>) {
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return
  await step(name, make)
  mkdirSync(dirname(marker), { recursive: true })
  writeFileSync(marker, wanted)
}

/** Runs a package's command with this Node; its output is shown only when it fails. */
export function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<void> {
  const script = commandScript(command)
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (output = `${output}${chunk}`.slice(-20_000)))
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} failed:\n${output}`)),
    )
  })
}

/** The script behind a package's command, which runs on every system without a shell. */
export function commandScript(command: string): string {
  const owner: Record<string, string> = {
    biome: '@biomejs/biome',
    tsc: 'typescript',
    depcruise: 'dependency-cruiser',
    playwright: '@playwright/test',
  }
  const folder = join('node_modules', owner[command] ?? command)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const path = typeof bin === 'string' ? bin : bin[command]
  if (!path) throw new Error(`${folder} has no command ${command}`)
  return join(folder, path)
}
