import { readFileSync } from 'node:fs'
import { BRANDS, expect, sessionOf, test } from './fixtures.ts'
import { personPages } from './pages.ts'
import { QUERY_LOG } from './portal.ts'

// Counts what the database was asked, so it runs when no other test does.
test.describe.configure({ timeout: 300_000 })

const MOST = 8

/** The statements of the log behind a place in it; those that open and close a transaction ask for nothing. */
function statementsSince(bytes: number): string[] {
  const lines = readFileSync(QUERY_LOG).subarray(bytes).toString('utf8').split('\n').filter(Boolean)
  return lines.filter((line) => !/^\w+ (BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/i.test(line))
}

for (const brand of BRANDS) {
  test.describe(brand.name, () => {
    test.use({ storageState: sessionOf(brand) })

    test(`${brand.name}: no page asks the database more than ${MOST} times`, async ({ page, request }) => {
      const paths = await personPages(page, brand)
      await page.goto('about:blank')
      for (const path of paths) {
        // A job that runs by the clock may ask something meanwhile: then once more.
        await expect(async () => {
          const before = readFileSync(QUERY_LOG).length
          const answer = await request.get(path)
          expect(answer.status(), path).toBe(200)
          await answer.text()
          const asked = statementsSince(before)
          expect(asked.length, path).toBeGreaterThan(0)
          expect(asked.length, `${path}\n${asked.join('\n')}`).toBeLessThanOrEqual(MOST)
        }).toPass({ intervals: [100, 100, 100], timeout: 10_000 })
      }
    })
  })
}
