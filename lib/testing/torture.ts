import { Refusal } from '#lib/platform/refusal.ts'
import { createTestBill } from './billed-person.ts'
import type { PaymentWorld } from './payment-world.ts'
import { createTestPerson, createTestStaff, type TestPerson } from './people.ts'
import { faultsOfBooks, runJobs, settleEverything } from './provider-totals.ts'
import { type Random, random, upTo } from './torture/random.ts'
import { count, type Stand, type TortureCounts } from './torture/stand.ts'
import { choose } from './torture/steps.ts'
import { decideEverything, killWorkers, trouble } from './torture/troubles.ts'

export interface TortureRun {
  readonly seed: number
  readonly seconds: number
  /** How many people pay, are refunded and dispute side by side. */
  readonly lanes: number
  /** Milliseconds after which the worker is killed and begins again, at the most. */
  readonly killEvery: number
}

/**
 * Lets many people pay, come back or not, be refunded and dispute, while providers fail, repeat, reorder and lose
 * messages and the worker is killed again and again. What each does follows from the seed; how they interleave does not.
 * Afterwards everything is settled.
 * @returns what was done, and what is wrong in the books then: nothing
 */
export async function torture(
  world: PaymentWorld,
  { seed, seconds, lanes, killEvery }: TortureRun,
): Promise<{ counts: TortureCounts; faults: Awaited<ReturnType<typeof faultsOfBooks>> }> {
  const counts: TortureCounts = {}
  const until = Date.now() + seconds * 1000
  const staff = {
    support: await createTestStaff('support'),
    data_operator: await createTestStaff('data_operator'),
    security_manager: await createTestStaff('security_manager'),
  }
  const stand = { world, counts, staff }
  await Promise.all([
    ...Array.from({ length: lanes }, (_, lane) => live(stand, random(seed * 1000 + lane), until)),
    trouble(stand, random(seed * 1000 + 998), until),
    killWorkers(stand, random(seed * 1000 + 999), { until, killEvery }),
  ])
  // What was sent without an answer is found first, so that nothing is left that nobody decides.
  await settleEverything(world)
  await decideEverything(stand)
  await settleEverything(world, 10)
  await runJobs()
  return { counts, faults: await faultsOfBooks(world) }
}

/** One household after the other. */
async function live(stand: Stand, next: Random, until: number): Promise<void> {
  while (Date.now() < until) {
    const person = await createTestPerson('we-e-charge')
    await createTestBill(person, { totalMinor: BigInt(100 + upTo(next, 20_000)) })
    for (let step = 0; step < 14 && Date.now() < until; step += 1) await once(stand, next, person)
  }
}

async function once(stand: Stand, next: Random, person: TestPerson): Promise<void> {
  const [, name, run] = choose(next())
  try {
    await run(stand, next, person)
    count(stand, name)
  } catch (fault) {
    // What is refused is refused; anything else would be a fault of ours.
    if (!(fault instanceof Refusal)) throw fault
    count(stand, `${name}: ${fault.code}`)
  }
}
