import { readFileSync } from 'node:fs'
import { translator } from '#lib/platform/i18n/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { priceOcpi } from '#lib/tariffs/index.ts'

// npm run --silent price-cdr -- <cdr.json> [<tariff.json> …] [--zone Europe/Paris]: what a charging session costs, as OCPI
// JSON. Without a tariff those that the CDR holds are used. Exit code 2 where a file cannot be priced.
const [, , ...written] = process.argv
const at = written.indexOf('--zone')
const zone = at < 0 ? undefined : written[at + 1]
const [cdr, ...tariffs] = at < 0 ? written : written.toSpliced(at, 2)

try {
  if (cdr === undefined) throw new Error('Say which file holds the CDR, then those with tariffs.')
  const totals = priceOcpi(tariffs.flatMap(readJson), readJson(cdr), zone)
  process.stdout.write(`${JSON.stringify(totals, null, 2)}\n`)
} catch (fault) {
  process.stderr.write(`${sentenceOf(fault)}\n`)
  process.exitCode = 2
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  } catch (fault) {
    throw new Error(`${path}: ${fault instanceof Error ? fault.message : 'cannot be read'}`)
  }
}

function sentenceOf(fault: unknown): string {
  if (fault instanceof Refusal) return translator('en', 'errors')(fault.code, fault.details)
  return fault instanceof Error ? fault.message : String(fault)
}
