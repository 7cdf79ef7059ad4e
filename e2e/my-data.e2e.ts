import type { Page } from '@playwright/test'
import { BRANDS, expect, sessionOf, speak, test, WAYS } from './fixtures.ts'

/** What the pages of data prove of a brand's policy. */
const PROMISES: Readonly<Record<string, string>> = {
  'we-e-charge': '[ECH-03] ',
  'we-app': '[WEA-07] ',
  'wellborne-plus': '[WBP-03] [WBP-14] ',
  energybilling: '[ENB-12] ',
}

/** Categories of which each declared field is named, as the policy lists them. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'we-e-charge': {
    phone_information: [
      'Phone name',
      'Model',
      'Identifier',
      'System and app version',
      'Language',
      'Screen resolution',
      'Network operator (PLMN)',
      'Kept until',
    ],
  },
  'we-app': {
    device_information: ['System', 'Browser', 'Language setting'],
    access_log: ['IP address', 'System', 'Browser', 'Language setting'],
  },
  'wellborne-plus': { access_log: ['Date and time', 'IP address', 'System version'] },
}

for (const { way, scripts } of WAYS) {
  // The pages hold no script of their own; one brand shows that they work with scripts as well.
  for (const brand of scripts ? BRANDS.slice(0, 1) : BRANDS) {
    test.describe(way, () => {
      test.use({ javaScriptEnabled: scripts, storageState: sessionOf(brand) })

      test(`${PROMISES[brand.key] ?? ''}${brand.name}: overview, and every kind of data with its records`, async ({
        page,
      }) => {
        const { key, name } = brand.busyCategory
        await test.step('four questions on the overview', async () => {
          await page.goto(`/${brand.key}/me`)
          for (const block of ['What is due', 'What changed', 'What is held about you', 'Who looked'])
            await expect(page.getByRole('heading', { level: 2, name: block })).toBeVisible()
        })

        await test.step('every declared kind, with where from, what for, who sees it and until when', async () => {
          await page.getByRole('link', { name: 'My data' }).click()
          await expect(page.getByRole('heading', { level: 1, name: 'Your data' })).toBeVisible()
          const cards = page.getByRole('main').getByRole('article')
          await expect(cards).toHaveCount(brand.categories.length)
          for (const fact of ['Comes from', 'What it is for', 'Legal basis', 'Who can see this', 'Kept until'])
            await expect(cards.getByText(fact, { exact: true })).toHaveCount(brand.categories.length)
          for (const category of brand.categories)
            await expect(cards.locator(`a[href="/${brand.key}/me/data/${category}"]`)).toBeVisible()
        })

        await test.step('real records, page by page', async () => {
          await page.locator(`main a[href="/${brand.key}/me/data/${key}"]`).click()
          await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
          const newest = await firstRow(page)
          await page.getByRole('link', { name: 'Older' }).click()
          await expect(page.getByRole('link', { name: 'Newer' })).toBeVisible()
          expect(await firstRow(page)).not.toBe(newest)
          await page.getByRole('link', { name: 'Newer' }).click()
          await expect(page.getByRole('link', { name: 'Newer' })).toBeHidden()
          expect(await firstRow(page)).toBe(newest)
        })

        await test.step('found by words', async () => {
          await page.getByText('Find records').click()
          await page.getByLabel('Words').fill('no-such-word-anywhere')
          await page.getByRole('button', { name: 'Find', exact: true }).click()
          await expect(page.getByText('Nothing found')).toBeVisible()
          await page.getByRole('link', { name: 'Show all' }).first().click()
          await expect(page.getByRole('rowheader').first()).toBeVisible()
        })

        for (const [category, fields] of Object.entries(FIELDS[brand.key] ?? {})) {
          await page.goto(`/${brand.key}/me/data/${category}`)
          for (const field of fields)
            await expect(page.getByRole('table').getByText(field, { exact: true }).first(), category).toBeVisible()
          await expect(page.getByRole('row').nth(1).getByRole('cell').first()).not.toBeEmpty()
        }

        await test.step('each category opens', async () => {
          for (const category of brand.categories) {
            const answer = await page.goto(`/${brand.key}/me/data/${category}`)
            expect(answer?.status(), category).toBe(200)
            await expect(page.getByText('About these records')).toBeVisible()
            await expectWholeTable(page)
          }
        })

        if (!scripts)
          await test.step('nothing of a table is cut in another language', async () => {
            for (const locale of ['fr', 'zh-CN']) {
              await speak(page.context(), locale)
              for (const category of brand.categories) {
                await page.goto(`/${brand.key}/me/data/${category}`)
                await expectWholeTable(page)
              }
            }
          })
      })
    })
  }
}

/** On a wide screen a table is no wider than its frame, where the rest of it would have to be scrolled to. */
async function expectWholeTable(page: Page): Promise<void> {
  for (const frame of await page.locator('main section:has(> table)').all()) {
    const [whole, shown] = await frame.evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])
    expect.soft(whole, `width of the table of ${page.url()}`).toBe(shown)
  }
}

async function firstRow(page: Page): Promise<string> {
  const row = page.getByRole('main').getByRole('row').nth(1)
  await expect(row).toBeVisible()
  return (await row.textContent()) ?? ''
}

test.describe('searching and revealing', () => {
  const [, weApp, , , energy] = BRANDS
  if (!weApp || !energy) throw new Error('there are five brands')

  test.describe('We app', () => {
    test.use({ javaScriptEnabled: false, storageState: sessionOf(weApp) })

    test('finds records by a word and by days', async ({ page }) => {
      await page.goto('/we-app/me/data/access_log?search=Edge')
      const rows = page.getByRole('main').locator('tbody tr:not([data-below])')
      await expect(rows.first()).toContainText('Edge')
      await expect(rows.filter({ hasNotText: 'Edge' })).toHaveCount(0)
      await expect(page.getByLabel('Words')).toHaveValue('Edge')
      await page.goto('/we-app/me/data/access_log?from=2001-01-01&to=2001-12-31')
      await expect(page.getByText('Nothing found')).toBeVisible()
    })
  })

  test.describe('EnergyBilling', () => {
    test.use({ javaScriptEnabled: false, storageState: sessionOf(energy) })

    test('identifiers of a phone are hidden until they are asked for', async ({ page }) => {
      const answer = await page.goto('/energybilling/me/data/device_identifiers')
      expect(await answer?.text()).not.toContain('004999010640000')
      await expect(page.getByText('Hidden').first()).toBeAttached()
      await page
        .getByRole('button', { name: /^Reveal/ })
        .last()
        .click()
      await expect(page.getByText('You see the sensitive values of one record.')).toBeVisible()
      await expect(page.getByRole('main')).toContainText('004999010640000')
      await page.goto('/energybilling/me/data/device_identifiers')
      await expect(page.getByRole('main')).not.toContainText('004999010640000')
    })
  })
})
