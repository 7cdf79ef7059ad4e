import { dateFormat } from '../i18n/intl-formats.ts'

/** What calendar and clock of a zone show. */
export interface LocalTime {
  /** `2026-11-22` */
  readonly day: string
  /** Minutes since the clock showed 00:00, not since midnight: on the day of a change the two differ. */
  readonly minute: number
  /** 0 is Monday. */
  readonly weekDay: number
  readonly month: number
}

const PARTS = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const

/** Day and time of day in a zone. */
export function localTime(at: Date, zone: string): LocalTime {
  // "2026-11-22, 09:30"
  const text = dateFormat('en-CA', { timeZone: zone, ...PARTS }).format(at)
  const [day = '', clock = ''] = text.split(', ')
  return {
    day,
    minute: Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5)),
    weekDay: (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7,
    month: Number(day.slice(5, 7)),
  }
}
