import { BRAND_KEYS } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { closeDatabase } from '#lib/platform/database/index.ts'
import { environment } from '#lib/platform/environment.ts'
import { personGrant, seedGrant } from './acting.ts'
import { seedBills } from './billing.ts'
import { seedAcceptances, seedDecisions } from './consents.ts'
import type { DemoPerson } from './demo-person.ts'
import { seedDevices, seedPermittedUses, seedUnits } from './devices.ts'
import { seedAccount, seedStaff } from './identity.ts'
import { seedApiKey } from './intake.ts'
import { findMarks, markBegun, markFilled, once } from './marks.ts'
import { seedMeters } from './metering.ts'
import { DEMO_PEOPLE } from './people/index.ts'
import { seedPublication } from './policies.ts'
import { seedRecords } from './records.ts'
import { seedAnswers, seedRequests } from './requests.ts'
import { midnight, storyOf } from './story.ts'
import { seedSupport } from './support.ts'
import { seedUploads } from './uploads.ts'

/**
 * Fills an empty demo database; does nothing where it was filled before. Each part is one transaction with a mark of its
 * own, so that a run that was cut off is finished by the next, with the day on which it began.
 */
export async function seed(): Promise<void> {
  if (environment().OPENBOOK_MODE !== 'demo') throw new Error('demo data belongs into a demo only')
  const marks = await findMarks()
  const left = BRAND_KEYS.filter((brand) => !marks.get(brand)?.filled)
  if (left.length > 0) await seedStaff()
  for (const brand of left) {
    const begun = marks.get(brand)?.today
    const today = begun ?? midnight(clock.now())
    if (!begun) await markBegun(brand, today)
    await seedPublication(brand)
    await seedUnits(brand)
    await seedApiKey(brand)
    for (const person of DEMO_PEOPLE.filter((one) => one.brand === brand)) await seedPerson(person, today)
    await markFilled(brand)
  }
  await closeDatabase()
}

async function seedPerson(person: DemoPerson, today: Date): Promise<void> {
  const story = storyOf(today, person.ref)
  await once(seedGrant('demo:seed', person), 'account', async (tx) => {
    await seedAccount(tx, person, story)
    await seedDevices(tx, person, story)
  })
  await once(personGrant('profile:edit', person), 'choices', async () => {
    await seedPermittedUses(person, story)
    await seedAcceptances(person, story)
    await seedDecisions(person, story)
    await seedRequests(person, story)
  })
  await once(seedGrant('demo:seed', person), 'records', async (tx) => {
    await seedMeters(tx, person, story)
    await seedRecords(person, story)
    await seedUploads(person, story)
  })
  await once(seedGrant('demo:seed', person), 'bills', () => seedBills(person, story))
  await seedAnswers(person, story)
  await seedSupport(person, story)
}
