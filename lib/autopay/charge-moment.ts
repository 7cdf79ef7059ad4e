import { getManifest } from '#lib/brands/index.ts'
import { addDays, localDay, momentOf } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'

/** The day on which a bill is taken: so many days before it is to be paid, and never sooner than the person is told. */
export function chargeDay(brand: string, { payableOn, daysBefore }: { payableOn: string; daysBefore: number }): string {
  const { zone, autopay } = getManifest(brand)
  const wanted = addDays(payableOn, -daysBefore)
  const earliest = addDays(localDay(clock.now(), zone), autopay.noticeDays)
  return later(wanted, earliest)
}

/** The day of the next attempt after a refusal that may pass; null where it is given up. */
export function retryDay(brand: string, { attempts, firstAt }: { attempts: number; firstAt: Date }): string | null {
  const { zone, autopay } = getManifest(brand)
  const after = autopay.retryDays[attempts - 1]
  if (after === undefined) return null
  const wanted = addDays(localDay(firstAt, zone), after)
  const tomorrow = addDays(localDay(clock.now(), zone), 1)
  return later(wanted, tomorrow)
}

/** When on its day a charge is made. */
export function chargeMoment(brand: string, day: string): Date {
  const { zone, autopay } = getManifest(brand)
  return momentOf(day, zone, autopay.at)
}

/** The later of two days. */
function later(day: string, other: string): string {
  return [day, other].toSorted().at(-1) ?? day
}
