import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest, type Manifest } from '#lib/brands/index.ts'
import type { CsvColumns } from '../readers/csv-rows.ts'
import { findDateOrder } from '../readers/find-date-order.ts'
import { CHARGING_COLUMNS, CHARGING_TIMES } from '../readers/read-charging-csv.ts'
import { HOURLY_COLUMNS, HOURLY_TIMES } from '../readers/read-hourly-csv.ts'
import type { ReadOptions, ReadSummary } from '../readers/reading-file.ts'
import type { ReaderName } from '../readers/sniff-file.ts'
import type { DateOrder } from '../readers/timestamps.ts'
import { chargingRows } from './charging-rows.ts'
import { chooseUnit } from './choose-unit.ts'
import { ImportFault, type ImportReport, type ImportRequest } from './import-request.ts'
import type { ImportRow } from './import-row.ts'
import { greenButtonRows, hourlyRows, SERIAL_LENGTH, waterRows } from './meter-rows.ts'
import { MetersOfImport } from './meters-of-import.ts'
import { sendRows } from './send-rows.ts'

type Rows = (options: ReadOptions) => AsyncIterable<ImportRow>

/**
 * Imports a file of readings or charging sessions through the intake, in batches and constant memory. Bad rows are told
 * one by one and the good ones are kept; the same file again finds only duplicates.
 * @throws {ImportFault} before anything is stored
 */
export async function importFile(grant: Grant<'intake:write'>, wanted: ImportRequest): Promise<ImportReport> {
  const request = { ...wanted, dateOrder: wanted.dateOrder ?? (await dateOrderOf(wanted)) }
  const manifest = getManifest(grant.brand)
  const shape = request.kind === 'charging-csv' ? 'charging_session' : 'reading'
  const category = manifest.categories.find((entry) => entry.shape === shape && entry.intake)
  if (!category)
    throw new ImportFault(`${manifest.name} takes no ${shape === 'reading' ? 'readings' : 'charging sessions'}.`)
  const meters = new MetersOfImport(grant, request, await subjectOfRequest(grant, request))
  const rows = await rowsOf(request, meters, manifest)
  let summary: ReadSummary | undefined
  const sent = await sendRows(
    { grant, request, meters, category: category.key },
    rows({
      onNotice: (notice) => request.onNotice?.(notice),
      onSummary: (read) => {
        summary = read
      },
    }),
  )
  return { ...sent, sourceTotals: summary?.sourceTotals ?? {} }
}

async function dateOrderOf(request: ImportRequest): Promise<DateOrder | undefined> {
  const times = TIMES[request.kind]
  const order = times && (await findDateOrder(request.open(), times.columns, times.header))
  if (order !== 'unknown') return order ?? undefined
  throw new ImportFault(
    'Its dates can be read day first and month first: say which with --date-order day-first or month-first.',
  )
}

/** Where the files of a kind have their times, if these are written out. */
const TIMES: { readonly [K in ReaderName]?: { columns: readonly string[]; header: CsvColumns } } = {
  'hourly-csv': { columns: HOURLY_TIMES, header: HOURLY_COLUMNS },
  'charging-csv': { columns: CHARGING_TIMES, header: CHARGING_COLUMNS },
}

async function rowsOf(request: ImportRequest, meters: MetersOfImport, manifest: Manifest): Promise<Rows> {
  switch (request.kind) {
    case 'charging-csv': {
      if (!request.person && !request.eachUser)
        throw new ImportFault(
          'Say whose sessions these are: --person <account ref>, or --each-user for an account each.',
        )
      const zone = request.zone ?? manifest.zone
      const letters = manifest.mark.letters.toUpperCase()
      return (options) => chargingRows(request, (user) => `${letters}-U${user}`, { ...options, zone })
    }
    case 'water-register-csv': {
      const { period } = request
      if (!period)
        throw new ImportFault('The file has no dates: say them with --period-start and --period-end (2026-01-01, say).')
      if (period.end <= period.start) throw new ImportFault('The period ends before it begins.')
      if (request.meter) throw new ImportFault('The file names its meters itself: give --person, not --meter.')
      return (options) => waterRows(request, period, options)
    }
    case 'green-button': {
      const unit = await chooseUnit(request)
      tellFineness(request, unit)
      return (options) => greenButtonRows(request, unit, options)
    }
    case 'hourly-csv': {
      const meter = await hourlyMeter(request, meters)
      return (options) => hourlyRows(request, meter, options)
    }
  }
}

async function hourlyMeter(request: ImportRequest, meters: MetersOfImport) {
  const serial = request.meter ?? request.fileName.replace(/(\.csv)?(\.gz)?$/i, '').slice(0, SERIAL_LENGTH)
  const known = await meters.find(serial)
  const utility = known?.utility ?? request.utility
  if (utility !== 'electricity' && utility !== 'gas')
    throw new ImportFault(
      known
        ? `The meter ${serial} measures ${known.utility}, and the file is of electricity or gas.`
        : 'Say what the meter measures: --utility electricity or --utility gas.',
    )
  if (request.utility && request.utility !== utility)
    throw new ImportFault(`The meter ${serial} measures ${utility}, not ${request.utility}.`)
  if (!known && !request.person)
    throw new ImportFault(`There is no meter ${serial}; name the person it belongs to with --person.`)
  const unit = known?.unit === 'Wh' || known?.unit === 'mWh' ? known.unit : await chooseUnit(request)
  if (!known) tellFineness(request, unit)
  return { serial, utility, unit }
}

function tellFineness(request: ImportRequest, unit: 'Wh' | 'mWh') {
  if (unit === 'mWh')
    request.onNotice?.({
      line: 0,
      message: 'The file is finer than 1 Wh, so a new meter counts in mWh and nothing is rounded',
    })
}

async function subjectOfRequest(grant: Grant<'intake:write'>, { person, eachUser, meter }: ImportRequest) {
  if (person && eachUser) throw new ImportFault('Give either --person or --each-user.')
  if (!person) {
    if (!eachUser && !meter)
      throw new ImportFault('Say whose data this is: --person <account ref> or --meter <serial>.')
    return null
  }
  const account = await inScope(grant, (tx) =>
    tx.account.findUnique({
      where: { brand_ref: { brand: grant.brand, ref: person } },
      select: { id: true, state: true },
    }),
  )
  if (!account) throw new ImportFault(`${getManifest(grant.brand).name} has no account ${person}.`)
  if (account.state !== 'active') throw new ImportFault(`The account ${person} is not active.`)
  return account.id
}
