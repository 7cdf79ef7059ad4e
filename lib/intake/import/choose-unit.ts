import type { Unit } from '#lib/metering/schema.ts'
import { readGreenButton } from '../readers/read-green-button.ts'
import { readHourlyCsv } from '../readers/read-hourly-csv.ts'
import type { ImportRequest } from './import-request.ts'

/**
 * The unit that a new meter needs so that nothing is rounded: watt-hours, or thousandths of them where the file is
 * finer. Reads the file up to the first such row, so once whole at most.
 */
export async function chooseUnit(request: ImportRequest): Promise<Extract<Unit, 'Wh' | 'mWh'>> {
  const { zone, dateOrder, utility = 'electricity' } = request
  const rows =
    request.kind === 'green-button'
      ? readGreenButton(request.open())
      : readHourlyCsv(request.open(), { utility, zone, dateOrder, unit: 'Wh' })
  for await (const row of rows) if (row.ok && row.record.unit === 'Wh' && !row.record.exact) return 'mWh'
  return 'Wh'
}
