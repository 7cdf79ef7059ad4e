import { parseArgs } from 'node:util'
import { BRAND_KEYS, findManifest } from '#lib/brands/index.ts'
import { ImportFault, type ImportRequest, type ReaderName } from '#lib/intake/index.ts'
import { instantOf } from './instant.ts'

export const USAGE = `npm run import -- --brand <key> --file <path> (--person <account ref> | --meter <serial> | --each-user)

  --kind             hourly-csv, water-register-csv, charging-csv or green-button; told from the file if left out
  --person           the account whose readings or sessions these are; its meters are made where they are not there
  --meter            the serial number of the meter (hourly-csv, green-button); with --person it is made if need be
  --each-user        charging-csv: an account for each user of the file, <brand letters>-U<user id>
  --utility          hourly-csv: electricity or gas
  --zone             of times without an offset and of new meters, such as Europe/Paris; else the brand's, but for
                     hourly-csv without offsets, which has to be told
  --repair-years     charging-csv: take the years 0000 to 0099 as 2000 to 2099
  --period-start     water-register-csv: the day of the old reading, such as 2026-01-01
  --period-end       water-register-csv: the day of the new reading
  --register-digits  water-register-csv: digits of the registers before the point; a lower new reading then rolled over
  --register-unit    water-register-csv: m3, l, ft3, us-gal or imp-gal; m3 if left out
  --date-order       CSV: day-first or month-first, where no date of the file (such as 13/04/2026) tells it
  --dry-run          read and check everything, store nothing
  --report           a CSV file for every row that was not taken

Files may be gzip-compressed. The good rows are kept, the others are listed; a second run adds nothing.
`

const REGISTER_UNITS = ['m3', 'l', 'ft3', 'us-gal', 'imp-gal'] as const
const KINDS: readonly ReaderName[] = ['hourly-csv', 'water-register-csv', 'charging-csv', 'green-button']

/** What the command line asks for. */
export interface ImportArguments {
  readonly brand: string
  readonly file: string
  readonly kind?: ReaderName | undefined
  readonly person?: string | undefined
  readonly meter?: string | undefined
  readonly eachUser: boolean
  readonly utility?: 'electricity' | 'gas' | undefined
  readonly zone?: string | undefined
  readonly repairYears: boolean
  readonly period?: { readonly start: Date; readonly end: Date } | undefined
  readonly registerDigits?: number | undefined
  readonly registerUnit?: ImportRequest['registerUnit']
  readonly dateOrder?: ImportRequest['dateOrder']
  readonly dryRun: boolean
  readonly report?: string | undefined
}

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const OPTIONS = {
  brand: text,
  file: text,
  kind: text,
  person: text,
  meter: text,
  'each-user': flag,
  utility: text,
  zone: text,
  'repair-years': flag,
  'period-start': text,
  'period-end': text,
  'register-digits': text,
  'register-unit': text,
  'date-order': text,
  'dry-run': flag,
  report: text,
  help: flag,
} as const

/** @throws {ImportFault} with one sentence about what is missing or wrong */
export function readImportArguments(args: readonly string[]): ImportArguments | 'help' {
  const values = parsed(args)
  if (values.help || args.length === 0) return 'help'
  const { file, person, meter, report } = values
  const manifest = findManifest(values.brand ?? '')
  if (!manifest) throw new ImportFault(`Say which brand with --brand: ${BRAND_KEYS.join(', ')}.`)
  if (!file) throw new ImportFault('Say which file with --file.')
  const zone = values.zone === undefined ? undefined : knownZone(values.zone)
  return {
    brand: manifest.key,
    file,
    kind: oneOf('kind', values.kind, KINDS),
    person,
    meter,
    eachUser: values['each-user'],
    utility: oneOf('utility', values.utility, ['electricity', 'gas'] as const),
    zone,
    repairYears: values['repair-years'],
    period: periodOf(values['period-start'], values['period-end'], zone ?? manifest.zone),
    registerDigits: digitsOf(values['register-digits']),
    registerUnit: oneOf('register-unit', values['register-unit'], REGISTER_UNITS),
    dateOrder: oneOf('date-order', values['date-order'], ['day-first', 'month-first'] as const),
    dryRun: values['dry-run'],
    report,
  }
}

function digitsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^([1-9]|1[0-5])$/.test(text)) return Number(text)
  throw new ImportFault(`--register-digits is a number from 1 to 15; "${text}" is none.`)
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message.split('. ')[0] : 'The command line cannot be read'
    throw new ImportFault(`${reason}. npm run import -- --help lists the options.`)
  }
}

function oneOf<T extends string>(option: string, value: string | undefined, known: readonly T[]): T | undefined {
  if (value === undefined) return undefined
  const found = known.find((entry) => entry === value)
  if (!found) throw new ImportFault(`--${option} is one of: ${known.join(', ')}.`)
  return found
}

function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    throw new ImportFault(`--zone names a time zone such as Europe/Paris; "${zone}" is none.`)
  }
}

function periodOf(start: string | undefined, end: string | undefined, zone: string) {
  if (start === undefined && end === undefined) return undefined
  if (start === undefined || end === undefined)
    throw new ImportFault('A period has two ends: give --period-start and --period-end.')
  return { start: instantOf('period-start', start, zone), end: instantOf('period-end', end, zone) }
}
