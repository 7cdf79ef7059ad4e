import { existsSync, readFileSync } from 'node:fs'
import { BRANDS, expect, sessionOf, test } from './fixtures.ts'
import { forgetLookedAt } from './looked-at.ts'
import { demoPerson, signIn } from './people.ts'

test('what an earlier run looked at is forgotten', () => forgetLookedAt())

for (const brand of BRANDS) {
  for (const who of ['person', 'neighbour'] as const) {
    test(`${brand[who].who} signs in to ${brand.name}`, async ({ page, context }) => {
      const file = sessionOf(brand, who)
      if (existsSync(file)) await context.addCookies(JSON.parse(readFileSync(file, 'utf8')).cookies)
      await page.goto(`/${brand.key}/me`)
      if (page.url().includes('/sign-in')) await signIn(page, demoPerson(brand, brand[who]))
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Hello')
      await context.storageState({ path: file })
    })
  }
}
