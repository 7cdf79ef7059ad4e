import { systemGrant } from '#lib/access/index.ts'
import { closeDatabase } from '#lib/platform/database/index.ts'
import { replayErasures } from '#lib/retention/index.ts'
import { databaseFault } from './database-fault.ts'
import { applyLocalEnvironment } from './local-environment.ts'

// npm run replay-erasures: after a backup was restored and before anybody is let in, erases again who had been erased.
try {
  applyLocalEnvironment()
  const { accounts, categories } = await replayErasures(systemGrant('terminal', 'retention:replay', { brand: '' }))
  process.stdout.write(`Erased again: ${accounts} accounts and ${categories} categories that were back.\n`)
} catch (fault) {
  process.stderr.write(`${databaseFault(fault) ?? (fault instanceof Error ? fault.message : String(fault))}\n`)
  process.exitCode = 2
}
await closeDatabase()
