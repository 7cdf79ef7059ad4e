import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readZip } from '#lib/testing/read-zip.ts'
import type { Brand } from './brands.ts'
import { BRANDS, expect, test } from './fixtures.ts'
import { confirmIdentity, demoPerson, signIn } from './people.ts'

for (const brand of BRANDS) {
  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })

    // In a session of its own: confirming who one is gives the session a new token.
    test(`${brand.name}: asks for an export, waits, and downloads everything`, async ({ page }) => {
      const person = demoPerson(brand)
      const exportPage = `/${brand.key}/me/account/export`
      await signIn(page, person)

      await test.step('confirms who it is', async () => {
        await page.goto(`/${brand.key}/me/confirm?next=${encodeURIComponent(exportPage)}`)
        await confirmIdentity(page, { ...person, identifier: brand.confirmBy })
        await expect(page).toHaveURL(exportPage)
      })

      const files = await exportAll(page)
      for (const category of brand.categories)
        expect([...files.keys()], category).toEqual(expect.arrayContaining([`${category}.json`, `${category}.csv`]))

      await test.step('as many records as the page of the category says', async () => {
        const { key } = brand.busyCategory
        const json: unknown = JSON.parse(files.get(`${key}.json`)?.toString() ?? '')
        expect(Array.isArray(json) ? json.length : 0).toBe(await countShown(page, brand))
        const csv = files.get(`${key}.csv`)?.toString() ?? ''
        expect(csv.trimEnd().split('\r\n').length).toBeGreaterThan(100)
      })

      const records = files.get('charging-sessions.ocpi.json')?.toString()
      if (records)
        await test.step('charging sessions as records of OCPI as well, from their own page too', async () => {
          await page.goto(`/${brand.key}/me/usage`)
          const link = page.getByRole('link', { name: 'Download as OCPI (JSON)' })
          const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
          expect(download.suggestedFilename()).toBe(`${brand.key}-charging-sessions.ocpi.json`)
          const ofItsOwn = withoutRemarks(readFileSync(await download.path(), 'utf8'))
          expect(ofItsOwn.length).toBeGreaterThan(50)
          expect(ofItsOwn).toEqual(withoutRemarks(records))
        })

      const feed = files.get('energy-usage.xml')
      if (!feed) return
      await test.step('the use of the meters as Green Button as well, from its own page too', async () => {
        await page.goto(`/${brand.key}/me/usage`)
        const link = page.getByRole('link', { name: 'Green Button (XML), everything' })
        const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
        expect(download.suggestedFilename()).toBe('energy-usage-all.xml')
        const ofItsOwn = readFileSync(await download.path())
        expect(readingsIn(feed)).toBeGreaterThan(0)
        expect(readingsIn(ofItsOwn)).toBe(readingsIn(feed))
      })
    })
  })
}

test('with JavaScript the page keeps itself up to date until the export is ready', async ({ ownPage }) => {
  const [brand] = BRANDS
  if (!brand) return
  const { page, person } = await ownPage(brand)
  await page.goto(`/${brand.key}/me/confirm?next=${encodeURIComponent(`/${brand.key}/me/account/export`)}`)
  await confirmIdentity(page, person)
  await page.getByRole('button', { name: 'Make an export' }).click()
  await expect(page.getByText('Your export is ready')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('You have not asked for an export yet.')).toBeHidden()
})

const readingsIn = (feed: Buffer) => feed.toString().match(/<IntervalReading>/g)?.length ?? 0

/** Without scripts the browser loads the page again by itself while the export is being made. */
async function exportAll(page: Page): Promise<Map<string, Buffer>> {
  await page.getByRole('button', { name: 'Make an export' }).click()
  await expect(page.getByText(/Your export is (being made|ready)/)).toBeVisible()
  const link = page.getByRole('link', { name: 'Download the archive' })
  await expect(link).toBeVisible({ timeout: 60_000 })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  return readZip(readFileSync(await download.path()))
}

async function countShown(page: Page, { key, busyCategory }: Brand): Promise<number> {
  await page.goto(`/${key}/me/data`)
  const card = page.getByRole('article').filter({ has: page.locator(`a[href="/${key}/me/data/${busyCategory.key}"]`) })
  const words = (await card.getByText(/^[\d,]+ records$/).textContent()) ?? ''
  return Number(words.replace(/\D/g, ''))
}

/** An archive is in the language of its account, a page in that of its reader: remarks are words. */
function withoutRemarks(records: string): object[] {
  const cdrs: { remark: string }[] = JSON.parse(records)
  return cdrs.map(({ remark: _, ...cdr }) => cdr)
}
