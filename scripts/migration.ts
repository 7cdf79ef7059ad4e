import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { NO_FILTER, openSchemaEngine, readSchema } from '#prisma/engine.ts'

/**
 * Writes the next migration: what separates prisma/schema as committed from prisma/schema as it is now.
 * Policies, grants and triggers are added to the file by hand.
 */
const name = process.argv[2]
const url = process.env.DATABASE_URL
if (!name || !url) {
  console.error('Usage: DATABASE_URL=... npm run migration -- <name-in-kebab-case>')
  process.exit(2)
}
const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
const committed = git('ls-tree', '--name-only', 'HEAD', 'prisma/schema/')
  .split('\n')
  .filter(Boolean)
  .map((path) => ({ path, content: git('show', `HEAD:${path}`) }))

const engine = await openSchemaEngine(url)
const { stdout } = await engine.diff({
  from: committed.length > 0 ? { tag: 'schemaDatamodel', files: committed } : { tag: 'empty' },
  to: { tag: 'schemaDatamodel', ...(await readSchema()) },
  script: true,
  exitCode: null,
  filters: NO_FILTER,
})
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = `prisma/migrations/${stamp}_${name.replaceAll('-', '_')}`
await mkdir(folder, { recursive: true })
await writeFile(`${folder}/migration.sql`, stdout ?? '')
console.log(`${folder}/migration.sql`)
process.exit(0)
