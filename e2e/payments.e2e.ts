import { badge, openBill, PAID_AT_ONCE, seeReceipt } from './bills.ts'
import { brandOf } from './brands.ts'
import { BRANDS, expect, expectAccessibleElsewhere, sessionOf, test } from './fixtures.ts'
import { demoPerson, signIn } from './people.ts'
import { ORIGIN } from './portal.ts'

test.describe('without JavaScript', () => {
  for (const brand of BRANDS) {
    test.describe(brand.name, () => {
      test.use({ javaScriptEnabled: false, storageState: sessionOf(brand) })

      test(`${brand.name}: declines, leaves, and pays a bill by card`, async ({ page, openPage }) => {
        const bill = await openBill(page, brand)
        const paying = page.getByRole('button', { name: 'Pay by card' })
        const keeps = brand === BRANDS[0]

        await test.step('the bill names its lines, its sums and who hears what', async () => {
          await expect(page.getByRole('heading', { name: 'What this bill is made of' })).toBeVisible()
          await expect(page.getByRole('main').locator('tbody tr').first()).toBeVisible()
          await expect(page.getByText('Left to pay')).toBeVisible()
          await expect(page.getByText(/gets from us: .*Nothing else/).first()).toBeVisible()
        })

        await test.step('a card that is declined pays nothing', async () => {
          await paying.click()
          await expect(page.getByRole('heading', { name: 'Pay by Stripe' })).toBeVisible()
          await page.getByText('Try something else').first().click()
          await page.getByRole('button', { name: 'Not enough money on the card' }).click()
          await expect(page.getByRole('alert')).toBeVisible()
        })

        await test.step('going back without paying leaves it open', async () => {
          await page.getByRole('link', { name: 'Go back without paying' }).click()
          await expect(page).toHaveURL(new RegExp(`^${ORIGIN}${bill}/return\\?payment=`))
          await expect(page.getByRole('main')).toContainText(/Nothing was charged/i)
          if (brand === BRANDS[0]) await expectAccessibleElsewhere(page)
          await page.goto(bill)
          await expect(badge(page)).toHaveText(/To pay|Overdue/)
          await expect(paying).toBeVisible()
        })

        await test.step('pays, and has a receipt', async () => {
          const keep = page.getByLabel('Keep this card for later bills')
          await expect(keep).not.toBeChecked()
          if (keeps) await keep.check()
          await paying.click()
          await page.getByRole('button', { name: /^Pay / }).first().click()
          await seeReceipt(page, 'Card')
          await page.goto(bill)
          await expect(badge(page)).toHaveText('Paid')
          await expect(paying).toBeHidden()
        })

        if (keeps)
          await test.step('lets bills be paid by the card that was kept, and removes it', async () => {
            // A session of its own: whoever signed in just now need not prove again who they are.
            const own = await openPage()
            await signIn(own, demoPerson(brand))
            await own.goto(`/${brand.key}/me/bills`)
            await own.getByRole('link', { name: 'Cards and autopay' }).click()
            const card = own.getByRole('article').filter({ hasText: 'Visa •••• 4242' })
            await expect(card).toContainText('August 2034')
            await own.getByLabel(/At most for one bill/).fill('many')
            await own.getByRole('button', { name: 'Switch autopay on' }).click()
            await expect(own.getByRole('alert').first()).toContainText('Write the limit in figures')
            await own.getByLabel(/At most for one bill/).fill('900')
            await own.getByRole('button', { name: 'Switch autopay on' }).click()
            await expect(own.getByText('Autopay is on.')).toBeVisible()
            await expect(card).toContainText('Pays your bills')
            await expect(own.getByRole('main')).toContainText('900.00')
            await own.getByRole('button', { name: 'Remove Visa •••• 4242' }).click()
            await expect(own.getByText('The card is removed.')).toBeVisible()
            await expect(own.getByText('No card is kept')).toBeVisible()
            await own.goto(`/${brand.key}/me/choices/history`)
            await expect(own.getByRole('row').filter({ hasText: 'Keep a card for later bills' })).toHaveCount(2)
          })
      })

      test(`${brand.name}: cancels, and pays a bill by PayPal`, async ({ page }) => {
        const bill = await openBill(page, brand)
        const paying = page.getByRole('button', { name: 'Pay with PayPal' })
        await paying.click()
        await expect(page.getByRole('heading', { name: 'Pay with PayPal' })).toBeVisible()
        await page.getByRole('link', { name: 'Cancel and go back' }).click()
        await expect(page).toHaveURL(new RegExp(`^${ORIGIN}${bill}/return\\?payment=`))
        await expect(page.getByRole('main')).toContainText(/Nothing was charged/i)
        await page.goto(bill)
        await expect(badge(page)).toHaveText(/To pay|Overdue/)
        await paying.click()
        await page.getByRole('button', { name: 'Approve', exact: true }).click()
        await seeReceipt(page, 'PayPal')
        await page.goto(`/${brand.key}/me/bills`)
        const row = page.getByRole('row').filter({ has: page.locator(`a[href="${bill}"]`) })
        await expect(row).toContainText('Paid')
      })
    })
  }
})

test.describe('with JavaScript', () => {
  for (const brand of PAID_AT_ONCE) {
    test.describe(brand.name, () => {
      test.use({ storageState: sessionOf(brand, 'neighbour') })

      test(`${brand.name}: pays by card and closes the window; the bill hears of it`, async ({ page }) => {
        const bill = await openBill(page, brand)
        await page.getByRole('button', { name: 'Pay by card' }).click()
        await page.getByText('Try something else').first().click()
        await page.getByRole('button', { name: 'Pay, then close the window' }).first().click()
        await expect(page.getByRole('heading', { name: 'Complete' })).toBeVisible()
        // The provider's webhook and the job behind it do the rest.
        await expect(async () => {
          await page.goto(bill)
          await expect(badge(page)).toHaveText('Paid', { timeout: 1_000 })
        }).toPass()
        await page.getByRole('link', { name: 'Receipt' }).click()
        await expect(page.getByRole('main')).toContainText('is paid in full')
      })
    })
  }
})

test.describe('[ENB-01] electricity, gas and water', () => {
  const energy = brandOf('energybilling')
  test.use({ javaScriptEnabled: false, storageState: sessionOf(energy) })

  test('[ENB-01] meters, readings, consumption, bill lines, payment and receipt for the three utilities', async ({
    page,
  }) => {
    const utilities = { Electricity: 'kWh', Gas: /kWh|m³/, Water: /m³|L/ }

    await test.step('meters and their readings', async () => {
      await page.goto('/energybilling/me/devices')
      for (const kind of ['Electricity meter', 'Gas meter', 'Water meter'])
        await expect(page.getByRole('main').getByText(kind, { exact: true }).first()).toBeVisible()
      await page.goto('/energybilling/me/data/readings')
      await expect(page.getByRole('main').locator('tbody tr').first()).toBeVisible()
    })

    await test.step('consumption of each, drawn, with its unit and as a table', async () => {
      await page.goto('/energybilling/me/usage')
      for (const [utility, unit] of Object.entries(utilities)) {
        const section = page
          .locator('section')
          .filter({ has: page.getByRole('heading', { level: 2, name: new RegExp(`^${utility}`) }) })
        await expect(section.getByRole('img').first()).toBeVisible()
        await expect(section.locator('figure').first()).toContainText(unit)
        await section.getByText('Show as a table').first().click()
        await expect(section.getByRole('row')).toHaveCount(13)
      }
    })

    await test.step('a bill that is paid, with lines for the three, and its receipt', async () => {
      await page.goto('/energybilling/me/bills')
      await page.getByRole('row').filter({ hasText: 'Paid' }).first().getByRole('link').click()
      const lines = page
        .locator('section')
        .filter({ has: page.getByRole('heading', { level: 2, name: 'What this bill is made of' }) })
      for (const unit of [/kWh/, /m³/]) await expect(lines).toContainText(unit)
      for (const meter of ['EM-800114', 'GM-810552', 'WM-820093']) await expect(lines).toContainText(meter)
      await page.getByRole('link', { name: 'Receipt' }).click()
      await expect(page.getByRole('main')).toContainText('is paid in full')
    })
  })
})
