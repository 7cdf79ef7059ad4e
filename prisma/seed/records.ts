import { receiveRecords } from '#lib/intake/index.ts'
import { seedGrant } from './acting.ts'
import type { DemoPerson, DemoRecord } from './demo-person.ts'
import { heldAt } from './holding-time.ts'
import type { Story } from './story.ts'

/** What apps, chargers and partners sent, through the same door as in earnest: undeclared fields would be refused. */
export async function seedRecords(person: DemoPerson, story: Story): Promise<void> {
  const records = intakeRecords(person, story)
  if (records.length === 0) return
  const outcomes = await heldAt(story.today, () => receiveRecords(seedGrant('intake:write', person), { records }))
  outcomes.forEach((outcome, index) => {
    if (outcome.status === 'refused')
      throw new Error(`${outcome.reason}: ${records[index]?.category} ${JSON.stringify(outcome.details)}`)
  })
}

/** A person's records as their senders write them. */
export function intakeRecords(person: DemoPerson, story: Story) {
  const counted = new Map<string, number>()
  return person.records(story).map(({ category, at, fields, device, givenByOther }: DemoRecord) => {
    const place = (counted.get(category) ?? 0) + 1
    counted.set(category, place)
    return {
      id: `demo ${person.ref} ${place}`,
      category,
      subject: { ref: person.ref },
      occurredAt: at.toISOString(),
      fields,
      ...(device ? { device } : {}),
      ...(givenByOther ? { givenByOther } : {}),
    }
  })
}
