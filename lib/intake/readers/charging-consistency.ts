import { nullable } from './cell-values.ts'
import { parseDecimal } from './exact-quantity.ts'
import type { Notify } from './reading-file.ts'
import type { WrittenTime } from './timestamps.ts'

type SessionTimes = {
  cells: Readonly<Record<string, string>>
  line: number
  created: WrittenTime
  ended: WrittenTime
  startedMs: number
  endedMs: number
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const TOLERANCE_SECONDS = 1

/** Compares what a row says twice; the times rule, and each disagreement is told. */
export function checkSession(session: SessionTimes, notify: Notify): void {
  checkDuration(session, notify)
  checkWeekday(session, notify)
  checkHour(session, 'startTime', session.created, notify)
  checkHour(session, 'endTime', session.ended, notify)
}

function checkDuration({ cells, line, startedMs, endedMs }: SessionTimes, notify: Notify): void {
  const stated = nullable(cells.chargeTimeHrs)
  if (stated === null) return
  const hours = parseDecimal(stated)
  if (!hours) {
    notify(line, 'value_ignored', { column: 'chargeTimeHrs', value: stated })
    return
  }
  const one = 10n ** BigInt(hours.scale)
  const difference = hours.digits * 3_600_000n - BigInt(endedMs - startedMs) * one
  const magnitude = difference < 0n ? -difference : difference
  if (magnitude > BigInt(TOLERANCE_SECONDS * 1000) * one) {
    notify(line, 'duration_disagrees', { column: 'chargeTimeHrs', stated, seconds: (endedMs - startedMs) / 1000 })
  }
}

function checkWeekday({ cells, line, created }: SessionTimes, notify: Notify): void {
  const stated = nullable(cells.weekday)
  if (stated === null) return
  const actual = WEEKDAYS[new Date(created.wallMs).getUTCDay()] ?? 'sun'
  if (stated.slice(0, 3).toLowerCase() !== actual) notify(line, 'weekday_disagrees', { stated, actual })
}

function checkHour({ cells, line }: SessionTimes, column: string, time: WrittenTime, notify: Notify): void {
  const stated = nullable(cells[column])
  if (stated === null) return
  const actual = new Date(time.wallMs).getUTCHours()
  if (!/^\d{1,2}$/.test(stated)) notify(line, 'value_ignored', { column, value: stated })
  else if (Number(stated) !== actual) notify(line, 'hour_disagrees', { column, stated, actual })
}
