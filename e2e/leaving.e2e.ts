import type { Page } from '@playwright/test'
import { BRANDS, expect, expectAccessible, test, WAYS } from './fixtures.ts'
import { confirmIdentity, type Person } from './people.ts'

/** What closing an account proves of a brand's policy. */
const PROMISES: Readonly<Record<string, string>> = { 'we-app': '[WEA-11] ', 'wellborne-plus': '[WBP-18] ' }

for (const { way, scripts } of WAYS) {
  test.describe(way, () => {
    test.use({ javaScriptEnabled: scripts })

    // Ten attempts an hour to close accounts may come from one address; with scripts two brands stand for all.
    for (const brand of scripts ? BRANDS.slice(0, 2) : BRANDS) {
      test(`${PROMISES[brand.key] ?? ''}${brand.name}: closes the account after a warning, and keeps it after all`, async ({
        ownPage,
      }) => {
        const { page, person } = await ownPage(brand)
        const account = `/${brand.key}/me/account`

        await test.step('three steps from the overview: account, close, confirm', async () => {
          await page.goto(`/${brand.key}/me`)
          await page.getByRole('navigation', { name: 'Your account' }).getByRole('link', { name: 'Account' }).click()
          await page.getByRole('link', { name: 'Close the account…' }).click()
          await confirmIfAsked(page, person)
          await expect(page.getByRole('heading', { level: 1, name: 'Close your account' })).toBeVisible()
        })

        await test.step('what goes, what stays and why, until when, and the data first', async () => {
          const main = page.getByRole('main')
          await expect(main).toContainText(`After ${brand.graceDays} days everything below is erased for good.`)
          await expect(page.getByRole('link', { name: 'Make an export' })).toBeVisible()
          await expect(page.getByRole('heading', { name: 'What goes' })).toBeVisible()
          const stays = page.getByRole('table', { name: 'Kinds of data that are kept' })
          await expect(stays.getByRole('rowheader', { name: /Bills/ })).toBeVisible()
          if (brand === BRANDS[0] && scripts) await expectAccessible(page)
          await expect(stays).toContainText(/because the law asks for it|to finish what support began|in case of/)
        })

        if (brand === BRANDS[0])
          await test.step('not by accident', async () => {
            await page.getByRole('button', { name: 'Close my account' }).click()
            await expect(page.getByRole('alert').first()).toContainText('Tick the box')
            await expect(page).toHaveURL(`${account}/close`)
          })

        await test.step('closes, and can still do what is promised', async () => {
          await page.getByLabel('I have read what goes, what stays, and until when.').check()
          await page.getByRole('button', { name: 'Close my account' }).click()
          await expect(page).toHaveURL(account)
          await expect(page.getByText('This account is being closed')).toBeVisible()
          await page.goto(`/${brand.key}/me`)
          await expect(page.getByText('Your account is being closed')).toBeVisible()
          expect((await page.goto(`/${brand.key}/me/data`))?.status()).toBe(200)
          await page.goto(`/${brand.key}/me/devices/add`)
          await expect(page).toHaveURL(account)
        })

        await test.step('changes their mind', async () => {
          await page.getByRole('button', { name: 'Keep my account' }).click()
          await expect(page.getByText('Your account stays.')).toBeVisible()
          await page.goto(`/${brand.key}/me`)
          await expect(page.getByText('Your account is being closed')).toBeHidden()
          await page.goto(`/${brand.key}/me/devices/add`)
          await expect(page.getByRole('heading', { level: 1, name: 'Add a device' })).toBeVisible()
        })
      })
    }
  })
}

/** A sign-in of the last five minutes is enough; an older one is asked for again. */
async function confirmIfAsked(page: Page, person: Person): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /Close your account|Confirm that it is you/ })).toBeVisible()
  if (page.url().includes('/me/confirm')) await confirmIdentity(page, person)
}
