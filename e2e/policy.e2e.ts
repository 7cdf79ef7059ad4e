import { brandOf } from './brands.ts'
import { BRANDS, expect, test } from './fixtures.ts'

test.use({ javaScriptEnabled: false })

/** Everything open about a brand; each page by its heading. */
const OPEN_PAGES = {
  policy: /^Privacy policy, version /,
  purposes: 'What we use data for',
  recipients: 'Who receives data',
  data: 'What we hold and for how long',
  permissions: 'What the app may use on your phone',
  cookies: 'Cookies',
  contact: 'Contact and complaints',
} as const

for (const brand of BRANDS) {
  const promise = brand.key === 'we-app' ? '[WEA-05] ' : ''
  test(`${promise}${brand.name}: policy, purposes, recipients and retention without signing in`, async ({ page }) => {
    await page.goto(`/${brand.key}`)
    for (const [path, heading] of Object.entries(OPEN_PAGES)) {
      await page.goto(`/${brand.key}`)
      await page.getByRole('main').locator(`a[href="/${brand.key}/${path}"]`).click()
      await expect(page).toHaveURL(`/${brand.key}/${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    }

    await test.step('purposes: what is necessary apart from what is a choice, each with its consequence', async () => {
      await page.goto(`/${brand.key}/purposes`)
      const choice = page
        .locator('section')
        .filter({ has: page.getByRole('heading', { level: 2, name: 'Your choice' }) })
      await expect(choice.getByRole('heading', { level: 3 })).toHaveText([...brand.purposes])
      await expect(choice.getByText('If you say no')).toHaveCount(brand.purposes.length)
    })

    await test.step('recipients: each with its ground', async () => {
      await page.goto(`/${brand.key}/recipients`)
      for (const ground of ['Because you agree', 'Partners who work for us', 'Because the law asks for it'])
        await expect(page.getByRole('heading', { level: 2, name: ground })).toBeVisible()
      await expect(page.getByRole('article').filter({ hasText: 'PayPal' }).first()).toBeVisible()
    })

    await test.step('retention: how long, for every kind of data', async () => {
      await page.goto(`/${brand.key}/data`)
      await expect(page.getByRole('main').getByText('Kept until', { exact: true })).toHaveCount(brand.categories.length)
    })
  })

  test(`${brand.name}: each version of the policy at its own address`, async ({ page, request }) => {
    await page.goto(`/${brand.key}/policy`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Privacy policy, version ${brand.policy}`)
    await page.getByRole('link', { name: `Privacy policy, version ${brand.earlierPolicy}` }).click()
    await expect(page).toHaveURL(`/${brand.key}/policy/${brand.earlierPolicy}`)
    await expect(page.getByRole('main')).toContainText('This version is no longer in force.')
    const permalink = await page.goto(`/${brand.key}/policy/${brand.policy}`)
    expect(permalink?.status()).toBe(200)
    await expect(page.getByRole('main')).toContainText('In force')
    expect((await request.get(`/${brand.key}/policy/99`)).status()).toBe(404)
  })
}

test('[ENB-03] a version has an update time and an effective date, and a future one is announced', async ({ page }) => {
  const { key, policy } = brandOf('energybilling')
  await page.goto(`/${key}/policy`)
  const main = page.getByRole('main')
  await expect(main.locator('dt').filter({ hasText: 'Updated' })).toBeVisible()
  await expect(main.locator('dt').filter({ hasText: 'In effect from' })).toBeVisible()
  await expect(main.locator('dd time[datetime="2026-09-01"]')).toBeVisible()
  await expect(main.locator('dd time[datetime="2026-10-01"]')).toBeVisible()
  await expect(main).toContainText(`Privacy policy, version ${policy}`)
  await expect(main).toContainText('Version 3.0 takes effect on 15 January 2027')
  await main.getByRole('link', { name: 'Read version 3.0' }).click()
  await expect(main).toContainText('This version is not in force yet. It takes effect on 15 January 2027.')
  await expect(main.locator('dd time[datetime="2027-01-15"]')).toBeVisible()
})
