import { dateFormat } from '../i18n/intl-formats.ts'

/** Two times of the day, `21:00` and `08:00`, in a zone; the second is usually of the next morning. */
export interface QuietTimes {
  readonly zone: string
  readonly from: string
  readonly until: string
}

/** How many minutes quiet hours still last; 0 outside of them. */
export function quietMinutes(at: Date, { zone, from, until }: QuietTimes): number {
  const time = dateFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
  const [now, start, end] = [minutesOf(time), minutesOf(from), minutesOf(until)]
  const quiet = start <= end ? now >= start && now < end : now >= start || now < end
  return quiet ? (end - now + 1440) % 1440 : 0
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
