import { toDecimalText } from '#lib/platform/money/index.ts'
import { readChargingCsv } from '../readers/read-charging-csv.ts'
import { badRow, type ReadOptions } from '../readers/reading-file.ts'
import { rowFault } from '../readers/row-problems.ts'
import type { ImportRequest } from './import-request.ts'
import type { ImportRow } from './import-row.ts'

/**
 * Charging sessions, all of one person or each of its own user. The station is named in the session; it is nobody's
 * device, because many people charge there.
 */
export async function* chargingRows(
  request: ImportRequest,
  refOf: (user: string) => string,
  options: ReadOptions & { zone: string },
): AsyncGenerator<ImportRow> {
  const { repairYears, dateOrder } = request
  for await (const row of readChargingCsv(request.open(), { ...options, repairYears, dateOrder })) {
    if (!row.ok) {
      yield row
      continue
    }
    const { sessionId, startedAt, endedAt, energyWh, costMinor, currency, stationRef, userRef } = row.record
    const ref = request.person ?? (userRef === null ? null : refOf(userRef))
    if (ref === null) {
      yield badRow(rowFault('id_missing', { column: 'userId' }), row.line, sessionId)
      continue
    }
    const fields = {
      started_at: startedAt.toISOString(),
      ended_at: endedAt.toISOString(),
      energy_wh: Number(energyWh),
      cost: toDecimalText(costMinor, currency),
      currency,
      station: stationRef,
    }
    yield { line: row.line, id: sessionId, ref, start: startedAt, fields }
  }
}
