import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { systemGrant } from '#lib/access/index.ts'
import {
  ImportFault,
  type ImportReport,
  importFile,
  type Problem,
  type ReaderName,
  sniffFile,
} from '#lib/intake/index.ts'
import type { ImportArguments } from './arguments.ts'

const MOST_SHOWN = 50
const count = new Intl.NumberFormat('en')

/** Imports a file as the command line says and tells the terminal what became of it; answers the exit code. */
export async function runImport(wanted: ImportArguments): Promise<0 | 1 | 2> {
  await checkFile(wanted.file)
  const kind = wanted.kind ?? (await kindOf(wanted.file))
  const fileName = basename(wanted.file)
  say(`${fileName} (${kind}) for ${wanted.brand}${wanted.dryRun ? ', as a trial: nothing is stored' : ''}`)
  const told = new ProblemsTold(wanted.report)
  const report = await importFile(systemGrant('import', 'intake:write', { brand: wanted.brand }), {
    ...wanted,
    kind,
    fileName,
    open: () => createReadStream(wanted.file),
    onNotice: ({ line, message }) => say(`${line > 0 ? `line ${line}: ` : ''}${message}`),
    onProblem: (problem) => told.add(problem),
    onProgress: progress,
  })
  await told.end()
  sayResult(report, wanted.dryRun)
  if (report.brokenOff) return 2
  return report.refused > 0 ? 1 : 0
}

async function checkFile(file: string) {
  try {
    if (!(await stat(file)).isFile()) throw new ImportFault(`${file} is not a file.`)
    // Opens it, so that a missing permission is told before anything is made for it.
    for await (const _ of createReadStream(file, { end: 0 })) break
  } catch (fault) {
    if (fault instanceof ImportFault) throw fault
    const code = fault instanceof Error && 'code' in fault ? fault.code : ''
    if (code === 'ENOENT') throw new ImportFault(`There is no file ${file}.`)
    if (code === 'EACCES') throw new ImportFault(`The file ${file} may not be read: check its permissions.`)
    throw new ImportFault(`The file ${file} cannot be read (${String(code)}).`)
  }
}

async function kindOf(file: string): Promise<ReaderName> {
  const { kind } = await sniffFile(createReadStream(file))
  if (!kind.ok) throw new ImportFault(`${basename(file)} cannot be imported: ${kind.reason}.`)
  return kind.reader
}

/** Shows the first refused rows and writes all of them to the report, as they come. */
class ProblemsTold {
  private seen = 0
  private readonly report: ReturnType<typeof createWriteStream> | null

  constructor(file: string | undefined) {
    this.report = file === undefined ? null : createWriteStream(file)
    this.report?.on('error', () => {
      process.stderr.write(`The report ${file} cannot be written.\n`)
      process.exit(2)
    })
    this.report?.write('line,code,reason,row\n')
  }

  async add({ line, code, reason, raw }: Problem): Promise<void> {
    this.seen += 1
    if (this.seen <= MOST_SHOWN) say(`line ${line}: ${reason}${raw ? ` | ${raw}` : ''}`)
    // A cell that a spreadsheet would run as a formula is quoted safe.
    const row = stringify([[line, code, reason, raw]], { escape_formulas: true })
    if (this.report && !this.report.write(row))
      await new Promise<void>((resolve) => this.report?.once('drain', () => resolve()))
  }

  async end(): Promise<void> {
    if (this.seen > MOST_SHOWN) say(`… and ${count.format(this.seen - MOST_SHOWN)} more`)
    await new Promise<void>((resolve) => (this.report ? this.report.end(() => resolve()) : resolve()))
  }
}

function sayResult({ rows, stored, duplicate, refused, sourceTotals, brokenOff }: ImportReport, dryRun: boolean) {
  for (const [column, sum] of Object.entries(sourceTotals)) say(`Sum of ${column} in the file: ${sum}`)
  const n = (value: number) => count.format(value)
  const kept = dryRun ? `${n(stored)} good` : `${n(stored)} stored, ${n(duplicate)} known already`
  say(`${n(rows)} rows: ${kept}, ${n(refused)} refused`)
  if (brokenOff) process.stderr.write(`Nothing after line ${brokenOff.line} could be read: ${brokenOff.reason}.\n`)
}

function say(sentence: string) {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K')
  process.stdout.write(`${sentence}\n`)
}

function progress(rows: number) {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${count.format(rows)} rows …`)
}
