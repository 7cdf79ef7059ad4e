import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { sealMailToken } from '#lib/news/mail-token.ts'
import { brandOf } from './brands.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, sessionOf, test } from './fixtures.ts'
import { routesNotLookedAt } from './looked-at.ts'
import { messageAfter } from './mailbox.ts'
import { signInStaff } from './people.ts'
import { databaseUrl, ORIGIN, takeEnvironment } from './portal.ts'

/** Pages that nobody comes to, and why. */
const NOT_SEEN: Readonly<Record<string, string>> = {
  '/bench/bare': 'is the floor that other pages are measured against, and nobody’s page',
}

const said = (words: string) => ({ en: words, 'zh-CN': words, fr: words })

/**
 * What comes about once in years, written straight into the database. It runs when nothing else does, and takes back what
 * a whole brand would see.
 */
async function withRareStates(run: (paths: { visitor: string[]; person: string; staff: string }) => Promise<void>) {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  // Past the guards by which the database asks for a second person.
  await client.query('SET session_replication_role = replica')
  await client.query('BEGIN')
  const [announcement, change, subject] = [randomUUID(), randomUUID(), randomUUID()]
  const secret = randomBytes(32).toString('base64url')
  const content = { title: said('A mailbox was read'), sections: [{ key: 'happened', text: said('It was closed.') }] }
  const controller = { name: 'Next Energy SA', country: 'FR', email: 'privacy@next.example' }
  await client.query(
    `INSERT INTO announcement (id, brand, kind, source_id, content, audience, people, finished_at)
     VALUES ($1, 'we-lock', 'incident', gen_random_uuid(), $2, '{}', 0, now())`,
    [announcement, content],
  )
  await client.query(
    `INSERT INTO controller_change (id, brand, approval_id, controller, what, transfer_on, started_by)
     VALUES ($1, 'we-app', gen_random_uuid(), $2, $3, current_date + 40, gen_random_uuid())`,
    [change, controller, said('Accounts and devices')],
  )
  await client.query(
    `INSERT INTO closure (id, brand, subject_id, state, requested_at, erase_after, erased_at, certificate_hash)
     VALUES (gen_random_uuid(), 'we-app', $1, 'erased', now() - interval '20 days', now(), now(), $2)`,
    [subject, createHash('sha256').update(secret).digest()],
  )
  await client.query(
    `INSERT INTO erasure_entry (id, brand, subject_id, cause, category, erased, anonymised, kept, kept_ground, kept_until)
     VALUES (gen_random_uuid(), 'we-app', $1, 'closing', 'profile', 1, 0, 0, NULL, NULL),
            (gen_random_uuid(), 'we-app', $1, 'closing', 'bills', 0, 0, 3, 'law', now() + interval '9 years'),
            (gen_random_uuid(), 'we-app', $1, 'closing', 'devices', 0, 0, 0, NULL, NULL)`,
    [subject],
  )
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO bill_correction (bill_id, brand, subject_id, state, total_minor, currency)
     SELECT id, brand, subject_id, 'proposed', total_minor - 1234, currency FROM bill b
     WHERE brand = 'energybilling' AND kind = 'usage' AND subject_id IS NOT NULL
       AND state NOT IN ('draft', 'cancelled', 'written_off')
       AND NOT EXISTS (SELECT 1 FROM bill_correction c WHERE c.bill_id = b.id) LIMIT 1
     RETURNING bill_id AS id`,
  )
  await client.query('COMMIT')
  const [{ id: bill } = { id: '' }] = rows
  if (!bill) throw new Error('the demo has no bill of EnergyBilling to correct')
  takeEnvironment()
  const token = sealMailToken('wellborne-plus', 'leave', { subject, item: 'portal' })
  try {
    await run({
      visitor: [
        `/we-lock/announcements/${announcement}`,
        `/we-app/certificate/${secret}`,
        `/wellborne-plus/unsubscribe/${token}`,
      ],
      person: '/we-app/me/controller',
      staff: `/staff/billing/energybilling/${bill}`,
    })
  } finally {
    await client.query('DELETE FROM announcement WHERE id = $1', [announcement])
    await client.query('DELETE FROM controller_change WHERE id = $1', [change])
    await client.query('DELETE FROM bill_correction WHERE bill_id = $1', [bill])
    await client.end()
  }
}

test('pages of what comes about once in years', async ({ page, openPage }) => {
  const guardian = `guardian-${randomUUID()}@mail.example`
  const mail = await messageAfter(guardian, async () => {
    await page.goto('/energybilling/guardian')
    await page.locator('[name=child]').fill('+86 139 4444 5555')
    await page.locator('[name=birthDate]').fill(`${new Date().getFullYear() - 10}-03-04`)
    await page.locator('[name=guardian]').fill(guardian)
    await page.getByRole('main').getByRole('button').last().click()
  })
  const [asked = ''] = new RegExp(`${ORIGIN}/energybilling/guardian/\\S+`).exec(mail) ?? []
  await withRareStates(async ({ visitor, person, staff }) => {
    const own = await openPage(sessionOf(brandOf('we-app')))
    const office = await openPage()
    await signInStaff(office, 'dana.data')
    for (const [at, paths] of [
      [page, [asked, ...visitor]],
      [own, [person]],
      [office, [staff]],
    ] as const)
      for (const path of paths) {
        await at.setViewportSize({ width: 1280, height: 900 })
        expect((await at.goto(path))?.status(), path).toBe(200)
        await expectAccessible(at)
        await at.setViewportSize({ width: 390, height: 844 })
        await expectNoSidewaysScroll(at)
      }
  })
})

test('axe saw each page of the portal, or it stands here why not', () => {
  expect(routesNotLookedAt()).toEqual(Object.keys(NOT_SEEN).toSorted())
})
