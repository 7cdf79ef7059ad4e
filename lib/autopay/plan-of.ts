import { getManifest } from '#lib/brands/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { chargeDay } from './charge-moment.ts'
import { type Circumstances, hindrance } from './read-circumstances.ts'
import type { CollectionState } from './schema.ts'

/** What becomes of a bill, as its person is told on a page. */
export interface Plan {
  /** Null before the person was told of a charge. */
  readonly state: CollectionState | null
  readonly failure: string | null
  /** The day of the next charge; null where none is made. */
  readonly day: string | null
}

/** What the order does with a bill as it stands now: a day is named only where nothing keeps the bill from being taken. */
export function planOf(bill: Circumstances): Plan {
  const { brand, payableOn, daysBefore, collection: state, failure, nextAt } = bill
  if ((state && !nextAt) || daysBefore === null) return { state, failure, day: null }
  const day = nextAt ? localDay(nextAt, getManifest(brand).zone) : chargeDay(brand, { payableOn, daysBefore })
  const hindered = hindrance(bill, day)
  return hindered ? { state: 'skipped', failure: hindered, day: null } : { state, failure, day }
}

/** Whether the order is about a bill at all: one that was late when it was given is left alone. */
export function isConcerned({ brand, payableOn, collection }: Circumstances, agreedAt: Date): boolean {
  return collection !== null || payableOn >= localDay(agreedAt, getManifest(brand).zone)
}
