import { ImportFault } from '#lib/intake/index.ts'
import { closeDatabase } from '#lib/platform/database/index.ts'
import { EnvironmentError } from '#lib/platform/environment.ts'
import { databaseFault } from './database-fault.ts'
import { readImportArguments, USAGE } from './import/arguments.ts'
import { runImport } from './import/run-import.ts'
import { applyLocalEnvironment } from './local-environment.ts'

// Exit codes: 0 all rows were taken or known already, 1 some were refused, 2 the file or the command cannot be used.
try {
  const wanted = readImportArguments(process.argv.slice(2))
  if (wanted === 'help') process.stdout.write(USAGE)
  else {
    applyLocalEnvironment()
    process.exitCode = await runImport(wanted)
  }
} catch (fault) {
  process.stderr.write(`${sentenceOf(fault)}\n`)
  process.exitCode = 2
}
await closeDatabase()

function sentenceOf(fault: unknown): string {
  if (fault instanceof ImportFault || fault instanceof EnvironmentError) return fault.message
  return databaseFault(fault) ?? (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))
}
