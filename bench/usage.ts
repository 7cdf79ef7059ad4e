import { randomUUID } from 'node:crypto'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { type MeterRef, registerMeter, storeReadingsOfMeters, usageByDay, usageByMonth } from '#lib/metering/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { applyLocalEnvironment } from '../scripts/local-environment.ts'
import { median } from './load.ts'
import { DATA } from './portal.ts'
import type { Figure } from './report.ts'

const BRAND = 'energybilling'
const ZONE = 'Asia/Shanghai'
const METERS = 10
const READINGS = 1_000_000
const BATCH = 10_000
const QUARTER = 900_000
const ROUNDS = 15

/**
 * A million readings of one person's meters, four an hour: whether the last tenth is stored as fast as the first, and what
 * a chart of a year costs against one of a month.
 */
export async function measureUsage(): Promise<Figure[]> {
  process.env.OPENBOOK_DATA = DATA
  applyLocalEnvironment()
  const person = await createTestPerson(BRAND)
  const intake = systemGrant('bench', 'intake:write', { brand: BRAND, subject: person.id })
  const meters: MeterRef[] = []
  for (let at = 0; at < METERS; at += 1)
    meters.push(
      await registerMeter(intake, {
        serial: `BENCH-${randomUUID()}`,
        utility: 'electricity',
        supplyPoint: `Place ${at}`,
        zone: ZONE,
      }),
    )
  const rates: number[] = []
  for (let first = 0; first < READINGS; first += BATCH) {
    const batch = batchFrom(meters, first)
    const began = performance.now()
    await inScope(intake, (tx) => storeReadingsOfMeters(tx, BRAND, batch))
    rates.push(BATCH / ((performance.now() - began) / 1000))
  }
  const tenth = rates.length / 10
  const slowing = median(rates.slice(0, tenth)) / median(rates.slice(-tenth))
  const charts = await chartRatios(person.grant('usage:view'))
  return [
    {
      name: 'a million readings',
      ratio: slowing,
      spread: [slowing, slowing],
      floor: 'the first tenth of them',
      target: 'at most 1.5',
      met: slowing <= 1.5,
      note: `${median(rates).toFixed(0)} readings/s`,
    },
    {
      name: 'chart of a year',
      ratio: median(charts),
      spread: [Math.min(...charts), Math.max(...charts)],
      floor: 'chart of a month',
      target: 'at most 2',
      met: median(charts) <= 2,
      note: `${READINGS / 1_000_000} million readings`,
    },
  ]
}

function batchFrom(meters: readonly MeterRef[], first: number) {
  const newest = Math.floor(Date.now() / QUARTER) * QUARTER
  return Array.from({ length: BATCH }, (_, index) => {
    const number = first + index
    const step = Math.floor(number / METERS)
    const meter = meters[number % METERS] ?? meters[0]
    if (!meter) throw new Error('there are no meters')
    const startedAt = new Date(newest - (READINGS / METERS - step) * QUARTER)
    const endedAt = new Date(startedAt.getTime() + QUARTER)
    return { meter, row: { senderId: `${meter.id} ${step}`, startedAt, endedAt, quantity: BigInt(step % 500) } }
  })
}

async function chartRatios(grant: Parameters<typeof usageByDay>[0]): Promise<number[]> {
  const month = localDay(new Date(Date.now() - 40 * 86_400_000), ZONE).slice(0, 7)
  const ratios: number[] = []
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    const ofMonth = await timed(() => usageByDay(grant, { month }))
    const ofYear = await timed(() => usageByMonth(grant, { monthsBack: 11 }))
    // The first rounds warm both up.
    if (round > 1) ratios.push(ofYear / ofMonth)
  }
  return ratios
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await run()
  return performance.now() - began
}
