import type { Page } from '@playwright/test'
import { type Brand, brandOf } from './brands.ts'
import { BRANDS, expect, expectAccessible, expectNoSidewaysScroll, sessionOf, test } from './fixtures.ts'
import { expectMenusGiveFocusBack } from './keyboard.ts'
import { firstAddress, openPages, personPages } from './pages.ts'
import { signInStaff } from './people.ts'

const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 390, height: 844 }

test.describe.configure({ mode: 'parallel', timeout: 300_000 })

/** Each page as it looks wide and light, and narrow and dark. */
async function look(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.setViewportSize(WIDE)
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    expect((await page.goto(path))?.status(), path).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expectAccessible(page)
    await page.setViewportSize(NARROW)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
}

/** Pages made of what others are made of as well: seen once, wide, and as wide as a phone. */
async function glance(page: Page, paths: readonly string[]): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  for (const path of paths) {
    await page.setViewportSize(WIDE)
    expect((await page.goto(path))?.status(), path).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expectAccessible(page)
    await page.setViewportSize(NARROW)
    await expectNoSidewaysScroll(page)
  }
}

/** The other two looks: wide and dark, narrow and light. */
async function lookOtherwise(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.setViewportSize(WIDE)
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await page.goto(path)
    await expectAccessible(page)
    await page.setViewportSize(NARROW)
    await page.emulateMedia({ colorScheme: 'light' })
    await expectAccessible(page)
  }
}

/** The pages in which brands differ by more than their words: colour, charts, badges, long tables. */
function telling({ key, busyCategory }: Brand): string[] {
  const me = `/${key}/me`
  return [`/${key}`, me, `${me}/data/${busyCategory.key}`, `${me}/choices`, `${me}/bills`]
}

const energy = brandOf('energybilling')

test.describe('each page of one brand', () => {
  test('EnergyBilling without signing in', async ({ page }) => {
    await look(page, ['/', ...openPages(energy), '/staff/sign-in', '/not-shown'])
    // Without a code that was sent they say so.
    await glance(
      page,
      ['/sign-in/code', '/sign-up/code', '/recover', '/recover/code'].map((path) => `/we-lock${path}`),
    )
  })

  test.describe('signed in', () => {
    test.use({ storageState: sessionOf(energy) })

    test('EnergyBilling signed in', async ({ page }) => {
      await look(page, await personPages(page, energy))
      const records = '/energybilling/me/data/device_identifiers'
      const record = await firstAddress(page, records, new RegExp(`^${records}/[0-9a-f-]{36}$`))
      await look(page, [record])
      await expectMenusGiveFocusBack(page)
      const me = '/energybilling/me'
      const paths = ['/bills/several', '/bills/statement', '/notices', '/confirm/code']
      const request = await firstAddress(page, `${me}/requests`, new RegExp(`^${me}/requests/[0-9a-f-]{36}$`))
      await glance(page, [...paths.map((path) => me + path), request, `${request}/code`])
      // A page that is not there says so where it is, and leads browsers with scripts nowhere else.
      await page.goto(`${me}/data/nothing-here`)
      await expect(page.getByRole('heading', { level: 1, name: 'This page is not here' })).toBeVisible()
      await expect(page).toHaveURL(`${me}/data/nothing-here`)
    })

    test('EnergyBilling wide in the dark, and narrow in the light', async ({ page }) => {
      await lookOtherwise(page, telling(energy))
    })
  })
})

// EnergyBilling was looked at whole above.
for (const brand of BRANDS.filter((one) => one !== energy)) {
  test.describe(brand.name, () => {
    test.use({ storageState: sessionOf(brand) })

    test(`${brand.name} in its colours`, async ({ page }) => {
      await look(page, telling(brand))
    })

    test(`${brand.name}: no page of it is wider than a phone`, async ({ page }) => {
      await page.setViewportSize(NARROW)
      for (const path of await personPages(page, brand)) {
        await page.goto(path)
        await expectNoSidewaysScroll(page)
      }
    })
  })
}

test('refused forms, pages for staff, and a page that is not there', async ({ page, openPage }) => {
  await page.goto('/we-lock/sign-up')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expectAccessible(page)
  await page.goto('/we-lock/nothing-here')
  await expect(page.getByRole('heading', { level: 1, name: 'This page is not here' })).toBeVisible()
  await expectAccessible(page)
  // The page for browsers without scripts keeps nobody who has them, and leads to no other site.
  await page.goto(`/not-shown?from=${encodeURIComponent('/we-lock/nothing-here')}`)
  await expect(page.getByRole('heading', { level: 1, name: 'This page is not here' })).toBeVisible()
  await page.goto(`/not-shown?from=${encodeURIComponent('//evil.example/')}`)
  await expect(page.getByRole('heading', { level: 1, name: 'This page cannot be shown' })).toBeVisible()
  await signInStaff(page, 'ada.auditor')
  await look(page, ['/staff', '/staff/access', '/staff/support/refused', '/staff/approvals', '/staff/confirm'])
  await look(page, [
    '/staff/incidents',
    '/staff/bulk-exports',
    '/staff/policies',
    '/staff/wind-downs',
    '/staff/statistics',
  ])
  const operator = await openPage()
  await signInStaff(operator, 'dana.data')
  const pages = ['/staff/requests', '/staff/agents', '/staff/deliveries', '/staff/transfers']
  await look(operator, pages)
  await expectMenusGiveFocusBack(operator)
  await glance(operator, [
    '/staff/arrears',
    '/staff/billing',
    await firstAddress(operator, '/staff/arrears', /^\/staff\/arrears\/[^/]+\/[0-9a-f-]{36}$/),
    await firstAddress(operator, '/staff/requests', /^\/staff\/requests\/[^/]+\/[0-9a-f-]{36}$/),
    await firstAddress(operator, '/staff/policies', /^\/staff\/policies\/[^/]+\/[^/]+$/),
    '/staff/controller-changes',
    '/staff/billing',
  ])
})
