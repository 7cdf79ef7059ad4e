import type { Page } from '@playwright/test'
import { BRANDS, expect, expectAccessibleElsewhere, sessionOf, test } from './fixtures.ts'
import { signInStaff } from './people.ts'

/** What only the person may do, and where they do it. */
const FORBIDDEN = ['account/export', 'account/close', 'profile/password', 'access-log']
/** What staff may look at. */
const SHOWN = ['', '/data', '/devices', '/choices', '/bills', '/usage', '/profile', '/account', '/policy']

test.describe.configure({ mode: 'serial' })
test.use({ javaScriptEnabled: false })

for (const brand of BRANDS) {
  const promise = brand.key === 'we-e-charge' ? '[ECH-10] ' : ''
  test(`${promise}${brand.name}: support acts for a person, in sight of everybody`, async ({ page, openPage }) => {
    const reason = `Asked for help with a bill of ${brand.name}`
    const banner = page.getByRole('region', { name: /^Support is acting for / })
    await signInStaff(page, 'sam.support')

    await test.step('finds the person, and nobody who is not there', async () => {
      await page.goto('/staff/support')
      await page.getByLabel('Brand').selectOption(brand.key)
      await page.getByLabel('Account reference, sign-in name or number of a bill').fill('nobody-at-all')
      await page.getByRole('button', { name: 'Find' }).click()
      if (brand === BRANDS[0]) await expectAccessibleElsewhere(page)
      await expect(page.getByRole('alert').first()).toContainText('There is nobody with this reference, name or bill')
      await page.getByLabel('Brand').selectOption(brand.key)
      await page.getByLabel('Account reference, sign-in name or number of a bill').fill(brand.person.identifier)
      await page.getByRole('button', { name: 'Find' }).click()
      await expect(page).toHaveURL(new RegExp(`/staff/support/${brand.key}/[0-9a-f-]{36}$`))
      expect(page.url()).not.toContain(encodeURIComponent(brand.person.identifier))
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Account ')
      if (brand === BRANDS[0]) await expectAccessibleElsewhere(page)
    })

    await test.step('asks for it with a reason that says something, and an end', async () => {
      await page.getByLabel('Reason').fill('short')
      await page.getByRole('button', { name: 'Ask to act' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Give a reason of at least ten characters.')
      await page.getByLabel('Reason').fill(reason)
      await page.getByRole('radio').first().check()
      await page.getByRole('button', { name: 'Ask to act' }).click()
      await expect(page).toHaveURL('/staff/approvals?done=asked')
      await expect(page.getByText('You asked for this. Somebody else has to decide.').first()).toBeVisible()
      expect((await page.request.get(`/${brand.key}/me`)).status()).toBe(404)
    })

    await test.step('when a colleague lets it, and not before', async () => {
      const colleague = await openPage()
      await signInStaff(colleague, 'sia.support')
      await colleague.getByRole('link', { name: 'Approvals' }).first().click()
      const card = colleague.getByRole('article').filter({ hasText: reason })
      await expect(card).toContainText('Sam Okafor, Support')
      await card.getByRole('button', { name: /^Approve/ }).click()
      await expect(colleague.getByText('Approved and done.')).toBeVisible()
      await page.goto('/staff')
      await page.getByRole('link', { name: 'Go on' }).click()
      await expect(page).toHaveURL(`/${brand.key}/me`)
    })

    await test.step('the banner is on every page', async () => {
      for (const path of SHOWN) {
        expect((await page.goto(`/${brand.key}/me${path}`))?.status(), path).toBe(200)
        await expect(banner, path).toContainText(reason)
        await expect(banner).toContainText('Ends')
        await expect(banner).toContainText(/in \d+ minutes?/)
      }
    })

    await test.step('what belongs to the person alone is refused with a sentence', async () => {
      for (const path of FORBIDDEN) {
        await page.goto(`/${brand.key}/me/${path}`)
        await expect(page, path).toHaveURL(/\/staff\/support\/refused/)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Only the person can do this')
      }
      await page.goto(`/${brand.key}/me/choices`)
      await expect(page.getByRole('switch')).toHaveCount(0)
      await expect(page.getByText('Only the person can decide this, signed in themselves.').first()).toBeVisible()
      await page.goto(`/${brand.key}/me/account`)
      await expect(page.getByRole('link', { name: /Close the account/ })).toHaveCount(0)
      await seeNothingToPay(page, brand.key)
    })

    await test.step('nor another brand, nor another person', async () => {
      const other = BRANDS.find(({ key }) => key !== brand.key)
      expect((await page.request.get(`/${other?.key}/me`)).status()).toBe(404)
    })

    await test.step('ends it', async () => {
      await page.goto(`/${brand.key}/me`)
      await banner.getByRole('button', { name: 'End' }).click()
      await expect(page.getByText('You stopped acting. It is recorded.')).toBeVisible()
      await page.goto('/staff/refunds')
      if (brand === BRANDS[0]) await expectAccessibleElsewhere(page)
      expect((await page.request.get(`/${brand.key}/me`)).status()).toBe(404)
    })

    await test.step('the person reads who, when, what and why', async () => {
      const theirs = await openPage(sessionOf(brand))
      await theirs.goto(`/${brand.key}/me`)
      await theirs.getByRole('link', { name: 'See who looked' }).click()
      const rows = theirs.getByRole('main').locator('tbody tr')
      await expect(rows.first()).toContainText('Stopped acting for you')
      await expect(rows.filter({ hasText: reason }).first()).toContainText('Support')
      for (const what of [
        'Looked up your account',
        'Let a colleague do this',
        'Began to act for you, until',
        'Opened a page: Your bills',
      ])
        await expect(rows.filter({ hasText: what }).first()).toBeVisible()
    })
  })
}

/** The bills are there to be explained; no way to pay is. */
async function seeNothingToPay(page: Page, brand: string): Promise<void> {
  await page.goto(`/${brand}/me/bills`)
  await page.getByRole('table', { name: 'All bills' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: /^Bill / })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Pay / })).toHaveCount(0)
}

test('[ECH-10] each role of staff sees what it needs and nothing else', async ({ openPage }) => {
  const ROLES = {
    'sam.support': { '/staff/support': 200, '/staff/access': 404 },
    'ada.auditor': { '/staff/support': 404, '/staff/access': 200 },
    'sol.security': { '/staff/support': 404, '/staff/access': 200 },
    'dana.data': { '/staff/support': 404, '/staff/access': 404 },
  }
  for (const [name, pages] of Object.entries(ROLES)) {
    const page = await openPage()
    await signInStaff(page, name)
    for (const [path, status] of Object.entries(pages))
      expect((await page.request.get(path)).status(), name + path).toBe(status)
    expect((await page.request.get('/we-e-charge/me')).status(), name).toBe(404)
    expect((await page.request.get('/we-e-charge/me/data/charging_sessions')).status(), name).toBe(404)
  }
})
