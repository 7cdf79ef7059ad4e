import { brandOf } from './brands.ts'
import { expect, sessionOf, test } from './fixtures.ts'

const brand = brandOf('we-e-charge')

test.use({ storageState: sessionOf(brand) })

test('a document carries its bills once, and a browser keeps them', async ({ page }) => {
  const said: string[] = []
  page.on('pageerror', ({ message }) => said.push(message))
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
  const answer = await page.goto('/we-e-charge/me/bills')
  const table = page.getByRole('table', { name: 'All bills' })
  const before = await table.innerHTML()
  const [number = ''] = /ECH-\d+-\d+/.exec(before) ?? []
  expect((await answer?.text())?.split(`>${number}<`)).toHaveLength(2)

  // What comes again as it was stays as it stands.
  const figures = page.getByText('Show as a table')
  await figures.click()
  await page.locator('[popovertarget="language-menu"]').click()
  await page.locator('#language-menu').getByRole('button', { name: 'English' }).click()
  await expect(page.locator('main [data-at]')).toHaveCount(0)
  await expect(page.locator('details').filter({ has: figures })).toHaveAttribute('open', '')

  await page.getByRole('link', { name: 'My data' }).click()
  await expect(page).toHaveURL('/we-e-charge/me/data')
  await page.goBack()
  await expect(page).toHaveURL('/we-e-charge/me/bills')
  expect(await table.innerHTML()).toBe(before)
  expect(said).toEqual([])
})

test('a page that is not found is drawn from its data', async ({ page }) => {
  await page.goto('/we-e-charge/me/bills/00000000-0000-7000-8000-000000000000')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here')
  await expect(page.locator('[popovertarget="language-menu"]')).toBeVisible()
})
