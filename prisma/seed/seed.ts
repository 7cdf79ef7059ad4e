import { BRAND_KEYS } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { closeDatabase } from '#lib/platform/database/index.ts'
import { environment } from '#lib/platform/environment.ts'
import { seedBills } from './billing.ts'
import { seedAcceptances, seedDecisions } from './consents.ts'
import type { DemoPerson } from './demo-person.ts'
import { seedDevices, seedUnits } from './devices.ts'
import { seedAccount, seedStaff } from './identity.ts'
import { seedApiKey } from './intake.ts'
import { findMarks, markBegun, markFilled } from './marks.ts'
import { seedMeters } from './metering.ts'
import { DEMO_PEOPLE } from './people/index.ts'
import { seedRecords } from './records.ts'
import { seedRequests } from './requests.ts'
import { midnight, storyOf } from './story.ts'
import { seedSupport } from './support.ts'
import { seedUploads } from './uploads.ts'

/**
 * Fills an empty demo database; does nothing where it was filled before. Each step is one transaction or looks for what
 * an earlier run left, so that a run that was cut off is finished by the next, with the day on which it began.
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
    await seedBrand(brand, today)
    await markFilled(brand)
  }
  await closeDatabase()
}

async function seedBrand(brand: string, today: Date): Promise<void> {
  await seedUnits(brand)
  await seedApiKey(brand)
  for (const person of DEMO_PEOPLE.filter((one) => one.brand === brand)) await seedPerson(person, today)
}

async function seedPerson(person: DemoPerson, today: Date): Promise<void> {
  const story = storyOf(today, person.ref)
  await seedAccount(person, story)
  await seedDevices(person, story)
  await seedAcceptances(person, story)
  await seedDecisions(person, story)
  await seedMeters(person, story)
  await seedRecords(person, story)
  await seedUploads(person, story)
  await seedBills(person, story)
  await seedRequests(person, story)
  await seedSupport(person, story)
}
