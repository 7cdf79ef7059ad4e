import { type ReadingRow, registerMeter, storeReadings } from '#lib/metering/index.ts'
import { localDay, monthStart } from '#lib/platform/calendar/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { seedGrant } from './acting.ts'
import type { DemoMeter, DemoPerson } from './demo-person.ts'
import { deviceIdOf } from './devices.ts'
import { heldAt } from './holding-time.ts'
import { localMidnight } from './local-midnight.ts'
import type { Story } from './story.ts'

const HOUR_MS = 3_600_000
/** Whole months before the current one. */
const MONTHS = 12

/** The person's meters with a year of readings and the current month so far. */
export async function seedMeters(tx: Tx, person: DemoPerson, story: Story): Promise<void> {
  const grant = seedGrant('demo:seed', person)
  for (const meter of person.meters ?? []) {
    const { serial, utility, supplyPoint, zone } = meter
    const installedAt = installationOf(person, story)
    const deviceId = deviceIdOf(person.brand, meter.device)
    const known = await heldAt(installedAt, () =>
      registerMeter(grant, { serial, utility, supplyPoint, zone, deviceId, installedAt }),
    )
    const stored = await storeReadings(tx, known, readingsOf(meter, story, installedAt))
    if (stored.some(({ outcome }) => outcome !== 'stored')) throw new Error(`readings of ${serial} were refused`)
  }
}

/** The day on which the person's meters were put in. */
export function installationOf({ joined }: DemoPerson, story: Story): Date {
  return story.ago(joined - 1)
}

/** What a meter measured, hour by hour or day by day in its own zone, up to the beginning of today. */
export function readingsOf(meter: DemoMeter, story: Story, since: Date): ReadingRow[] {
  const random = story.random(`meter ${meter.serial}`)
  const rows: ReadingRow[] = []
  let register = meter.register
  for (const { startedAt, endedAt } of intervals(meter, story, since)) {
    const quantity = BigInt(meter.use(localTime(startedAt, meter.zone), random.next))
    const registers = register === undefined ? {} : { registerFrom: register, registerTo: register + quantity }
    rows.push({ senderId: `${meter.serial} ${startedAt.toISOString()}`, startedAt, endedAt, quantity, ...registers })
    if (register !== undefined) register += quantity
  }
  return rows
}

function intervals({ zone, every }: DemoMeter, story: Story, since: Date): { startedAt: Date; endedAt: Date }[] {
  const first = localMidnight(monthStart(localDay(story.today, zone), -MONTHS), zone)
  const begin = first > since ? first : localMidnight(localDay(since, zone), zone, 1)
  const found: { startedAt: Date; endedAt: Date }[] = []
  for (let startedAt = begin; ; ) {
    const endedAt =
      every === 'hour' ? new Date(startedAt.getTime() + HOUR_MS) : localMidnight(localDay(startedAt, zone), zone, 1)
    if (endedAt > story.today) return found
    found.push({ startedAt, endedAt })
    startedAt = endedAt
  }
}

function localTime(at: Date, zone: string) {
  const day = localDay(at, zone)
  const date = new Date(`${day}T00:00:00Z`)
  const hour = Math.floor((at.getTime() - localMidnight(day, zone).getTime()) / HOUR_MS)
  return { month: date.getUTCMonth(), weekday: date.getUTCDay(), hour: Math.min(hour, 23) }
}
