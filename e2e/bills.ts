import type { Page } from '@playwright/test'
import { type Brand, brandOf } from './brands.ts'
import { BRANDS, expect } from './fixtures.ts'

/** The demo person has two open bills and the neighbour has one; what one test pays no other can. */
export const PAID_IN_PART = brandOf('we-e-charge')
export const REFUNDED = brandOf('we-app')
export const PAID_BY_LINK = brandOf('we-lock')
export const PAID_AT_ONCE = BRANDS.filter((brand) => ![PAID_IN_PART, REFUNDED, PAID_BY_LINK].includes(brand))

/** What a page says under a name. */
export const fact = (page: Page, name: string) =>
  page.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]')

export const badge = (page: Page) => fact(page, 'State')

/** The address of an open bill: the first one listed is the most urgent. */
export async function openBill(page: Page, brand: Brand): Promise<string> {
  await page.goto(`/${brand.key}/me/bills`)
  const look = page.getByRole('main').getByRole('article').getByRole('link', { name: 'Look at the bill' }).first()
  await look.click()
  await expect(page.getByRole('heading', { level: 1, name: /^Bill / })).toBeVisible()
  return new URL(page.url()).pathname
}

export async function seeReceipt(page: Page, method: string): Promise<void> {
  await expect(page.getByText('Paid. Thank you.')).toBeVisible()
  await page.getByRole('link', { name: 'See the receipt' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Receipt' })).toBeVisible()
  const main = page.getByRole('main')
  await expect(main).toContainText('is paid in full')
  await expect(main.getByRole('rowheader', { name: method })).toBeVisible()
}
