import { systemGrant } from '#lib/access/index.ts'
import { BRAND_KEYS, findManifest } from '#lib/brands/index.ts'
import { makeApiKey } from '#lib/intake/index.ts'
import { closeDatabase } from '#lib/platform/database/index.ts'
import { databaseFault } from './database-fault.ts'
import { applyLocalEnvironment } from './local-environment.ts'

// npm run make-api-key -- <brand> [name]: a key for the intake of one brand, shown this once.
const [brand = '', name = 'made at the terminal'] = process.argv.slice(2)

try {
  if (!findManifest(brand)) throw new Error(`Say for which brand: npm run make-api-key -- ${BRAND_KEYS.join(' | ')}`)
  applyLocalEnvironment()
  const { id, key } = await makeApiKey(systemGrant('terminal', 'intake:keys', { brand }), { name })
  process.stdout.write(`Key ${id} for ${brand}. It is shown this once:\n${key}\n`)
} catch (fault) {
  process.stderr.write(`${databaseFault(fault) ?? (fault instanceof Error ? fault.message : String(fault))}\n`)
  process.exitCode = 2
}
await closeDatabase()
