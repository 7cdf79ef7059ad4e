import { parseArgs } from 'node:util'
import setUp from '#lib/testing/global-setup.ts'
import { startPaymentWorld } from '#lib/testing/payment-world.ts'

/** Tries to break the books for some minutes: `npm run torture -- --minutes 10 --seed 7` does the same again. */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    lanes: { type: 'string', default: '8' },
  },
})
const [minutes, first, lanes] = [Number(values.minutes), Number(values.seed), Number(values.lanes)]
if (!(minutes > 0) || !Number.isInteger(first) || !(lanes > 0)) {
  console.error('Usage: npm run torture -- --minutes 10 --seed 7 [--lanes 8]')
  process.exit(2)
}

const stop = await setUp()
const world = await startPaymentWorld(async () => ({
  '/stripe': (await import('#app/api/webhooks/stripe/route.ts')).POST,
  '/paypal': (await import('#app/api/webhooks/paypal/route.ts')).POST,
}))
const { torture } = await import('#lib/testing/torture.ts')
const total: Record<string, number> = {}
const until = Date.now() + minutes * 60_000
let broken = false
for (let seed = first; Date.now() < until && !broken; seed += 1) {
  const seconds = Math.min(60, Math.max(5, (until - Date.now()) / 1000))
  const { counts, faults } = await torture(world, { seed, seconds, lanes, killEvery: 4_000 })
  for (const [what, times] of Object.entries(counts)) total[what] = (total[what] ?? 0) + times
  broken = faults.books.length + faults.differences.length + faults.open.length > 0
  console.log(`seed ${seed}: ${broken ? 'BROKEN' : 'every invariant holds'} after ${Math.round(seconds)} s`)
  if (broken) console.log(JSON.stringify(faults, (_, value) => (typeof value === 'bigint' ? Number(value) : value), 2))
}
console.log(
  Object.entries(total)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([what, times]) => `${String(times).padStart(7)}  ${what}`)
    .join('\n'),
)
const { closeDatabase } = await import('#lib/platform/database/index.ts')
await closeDatabase()
await world.stop()
await stop()
process.exit(broken ? 1 : 0)
