import type { Page } from '@playwright/test'
import { type Brand, brandOf } from './brands.ts'
import { BRANDS, expect, expectAccessible, expectNoSidewaysScroll, sessionOf, test } from './fixtures.ts'
import { openPages, personPages } from './pages.ts'
import { signInStaff } from './people.ts'

const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 390, height: 844 }

test.describe.configure({ timeout: 300_000 })

/** Wide and light, narrow and dark; with `all` also the other two. */
async function look(page: Page, paths: readonly string[], all: boolean): Promise<void> {
  for (const path of paths) {
    await page.setViewportSize(WIDE)
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    expect((await page.goto(path))?.status(), path).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expectAccessible(page)
    if (all) {
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectAccessible(page)
    }
    await page.setViewportSize(NARROW)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    if (all) {
      await page.emulateMedia({ colorScheme: 'light' })
      await expectAccessible(page)
    }
  }
}

/** The pages in which brands differ by more than their words: colour, charts, badges, long tables. */
function telling({ key, busyCategory }: Brand): string[] {
  const me = `/${key}/me`
  return [`/${key}`, `/${key}/sign-up`, me, `${me}/data/${busyCategory.key}`, `${me}/choices`, `${me}/bills`]
}

const energy = brandOf('energybilling')

test.describe('each page of one brand', () => {
  test('EnergyBilling without signing in', async ({ page }) => {
    await look(page, ['/', ...openPages(energy), '/staff/sign-in', '/not-shown'], false)
  })

  test.describe('signed in', () => {
    test.use({ storageState: sessionOf(energy) })

    test('EnergyBilling signed in', async ({ page }) => {
      await look(page, await personPages(page, energy), false)
    })
  })
})

for (const brand of BRANDS) {
  test.describe(brand.name, () => {
    test.use({ storageState: sessionOf(brand) })

    test(`${brand.name} in its colours`, async ({ page }) => {
      await look(
        page,
        telling(brand).filter((path) => !path.endsWith('/sign-up')),
        true,
      )
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

test('refused forms, pages for staff, and a page that is not there', async ({ page }) => {
  await page.goto('/we-lock/sign-up')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expectAccessible(page)
  await page.goto('/we-lock/nothing-here')
  await expect(page.getByRole('heading', { level: 1, name: 'This page is not here' })).toBeVisible()
  await expectAccessible(page)
  await signInStaff(page, 'ada.auditor')
  await look(page, ['/staff', '/staff/access', '/staff/support/refused'], true)
})
