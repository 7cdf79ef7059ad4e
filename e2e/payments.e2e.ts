import type { Page } from '@playwright/test'
import { type Brand, brandOf } from './brands.ts'
import { BRANDS, expect, expectAccessibleElsewhere, sessionOf, test } from './fixtures.ts'
import { messageAfter } from './mailbox.ts'
import { demoPerson, signIn, signInStaff } from './people.ts'
import { ORIGIN } from './portal.ts'

/** The demo person has two open bills and the neighbour has one; what one test pays no other can. */
const PAID_IN_PART = brandOf('we-e-charge')
const REFUNDED = brandOf('we-app')
const PAID_BY_LINK = brandOf('we-lock')
const PAID_AT_ONCE = BRANDS.filter((brand) => ![PAID_IN_PART, REFUNDED, PAID_BY_LINK].includes(brand))

const badge = (page: Page) => page.locator('dt', { hasText: 'State' }).locator('xpath=following-sibling::dd[1]')

/** The address of an open bill: the first one listed is the most urgent. */
async function openBill(page: Page, brand: Brand): Promise<string> {
  await page.goto(`/${brand.key}/me/bills`)
  const look = page.getByRole('main').getByRole('article').getByRole('link', { name: 'Look at the bill' }).first()
  await look.click()
  await expect(page.getByRole('heading', { level: 1, name: /^Bill / })).toBeVisible()
  return new URL(page.url()).pathname
}

async function seeReceipt(page: Page, method: string): Promise<void> {
  await expect(page.getByText('Paid. Thank you.')).toBeVisible()
  await page.getByRole('link', { name: 'See the receipt' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Receipt' })).toBeVisible()
  const main = page.getByRole('main')
  await expect(main).toContainText('is paid in full')
  await expect(main.getByRole('rowheader', { name: method })).toBeVisible()
}

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

test.describe('by the link of a mail, without JavaScript', () => {
  const brand = PAID_BY_LINK
  test.use({ javaScriptEnabled: false, storageState: sessionOf(brand, 'neighbour') })

  test('somebody who is not signed in pays one bill, sees nothing else, and the link is over', async ({
    page,
    openPage,
  }) => {
    const bill = await openBill(page, brand)
    const { identifier } = brand.neighbour
    const mail = await messageAfter(identifier, () =>
      page.getByRole('button', { name: 'Send the link to my mail address' }).click(),
    )
    const [link = ''] = new RegExp(`${ORIGIN}/${brand.key}/pay/\\S+`).exec(mail) ?? []
    const other = await openPage()

    await test.step('the page shows the bill and hides its address from everybody else', async () => {
      const answer = await other.goto(link)
      const { 'referrer-policy': referrer, 'x-robots-tag': robots } = answer?.headers() ?? {}
      expect([referrer, robots]).toEqual(['same-origin', 'noindex, nofollow, noarchive'])
      await expect(other.getByRole('heading', { level: 1, name: /^Pay bill LCK-/ })).toBeVisible()
      await expect(other.getByText('Left to pay')).toBeVisible()
      await expectAccessibleElsewhere(other)
      const shown = await other.locator('body').textContent()
      for (const more of ['Hugo', 'hugo@', 'What this bill is made of', 'Sign out']) expect(shown).not.toContain(more)
    })

    const paid = await messageAfter(identifier, async () => {
      await other.getByRole('button', { name: 'Pay by card' }).click()
      await other.getByRole('button', { name: /^Pay / }).first().click()
      await expect(other.getByText('Paid. Thank you.')).toBeVisible()
    })
    expect(paid).toContain('payée par le lien')
    expect(other.url()).toContain(`${link}?payment=`)
    await other.goto(link)
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('This link does not lead to a bill to pay')
    await other.goto(`/${brand.key}/me/bills`)
    await expect(other).toHaveURL(new RegExp(`/${brand.key}/sign-in`))
    await page.goto(bill)
    await expect(badge(page)).toHaveText('Paid')
  })
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

test.describe('in parts', () => {
  test.use({ javaScriptEnabled: false, storageState: sessionOf(PAID_IN_PART, 'neighbour') })

  test('a part of a bill is paid, the rest agreed in instalments, and the statement and its CSV say so', async ({
    page,
  }) => {
    const bill = await openBill(page, PAID_IN_PART)
    const [number = ''] = /\S+$/.exec((await page.getByRole('heading', { level: 1 }).textContent()) ?? '') ?? []
    const part = page.getByLabel(/^Amount/)

    await test.step('a wrong amount is kept and explained', async () => {
      await page.getByText('Pay another amount').click()
      await part.fill('9999')
      await page.getByRole('button', { name: 'Go on to pay' }).click()
      await expect(page.getByRole('alert').first()).toBeVisible()
      await expect(part).toHaveValue('9999')
    })

    await test.step('a part is paid', async () => {
      await part.fill('12.48')
      await page.getByRole('button', { name: 'Go on to pay' }).click()
      await page.getByRole('button', { name: /^Pay / }).first().click()
      await expect(page.getByText('Paid. Thank you.')).toBeVisible()
      await page.goto(bill)
      await expect(badge(page)).toHaveText('Part paid')
      await expect(page.getByText('€20.00').first()).toBeVisible()
    })

    await test.step('the rest is agreed in two parts', async () => {
      await page.getByLabel(/^2 parts of about €10\.00/).check()
      await page.getByRole('button', { name: 'Agree to instalments' }).click()
      const plan = page.getByRole('table', { name: 'Instalments' })
      await expect(plan.locator('tbody tr')).toHaveCount(2)
      await expect(plan).toContainText('€10.00')
    })

    await test.step('the statement and its CSV add up', async () => {
      await page.goto(`/${PAID_IN_PART.key}/me/bills/statement`)
      const payment = page.getByRole('row').filter({ hasText: number }).filter({ hasText: 'Payment' })
      await expect(payment).toContainText('€12.48')
      await expect(payment).toContainText('€20.00')
      const href = await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')
      const csv = await page.request.get(href ?? '')
      expect(csv.headers()['content-type']).toContain('text/csv')
      const lines = (await csv.text()).split(/\r?\n/)
      expect(lines.filter((line) => line.includes(number))).toEqual([
        expect.stringContaining('32.48'),
        expect.stringMatching(/12\.48.*20\.00/),
      ])
    })
  })
})

test.describe('given back', () => {
  test.use({ javaScriptEnabled: false, storageState: sessionOf(REFUNDED, 'neighbour') })

  test('one member of staff asks for a refund and cannot approve it; another does, and it stands on the statement', async ({
    page,
    openPage,
  }) => {
    const bill = await openBill(page, REFUNDED)
    const [number = ''] = /\S+$/.exec((await page.getByRole('heading', { level: 1 }).textContent()) ?? '') ?? []
    const reason = `Charged twice for one evening, ${number}`
    await page.getByRole('button', { name: 'Pay by card' }).click()
    await page.getByRole('button', { name: /^Pay / }).first().click()
    await seeReceipt(page, 'Card')

    const [asking, deciding] = [await openPage(), await openPage()]
    await test.step('support asks', async () => {
      await signInStaff(asking, 'sam.support')
      await asking.goto(`/staff/refunds?brand=${REFUNDED.key}&bill=${number}`)
      await asking.getByText('Ask for a refund').click()
      await asking.getByLabel(/^Amount/).fill('1')
      await asking.getByLabel('What happened').fill(reason)
      await asking.getByRole('button', { name: 'Ask a colleague' }).click()
      const own = asking.getByRole('article').filter({ hasText: reason })
      await expect(own).toBeVisible()
      await expect(own.getByRole('button', { name: /^Approve/ })).toHaveCount(0)
    })

    await test.step('a security manager approves', async () => {
      await signInStaff(deciding, 'sid.security')
      await deciding.goto('/staff/approvals')
      await deciding
        .getByRole('article')
        .filter({ hasText: reason })
        .getByRole('button', { name: /^Approve/ })
        .click()
      await expect(deciding.getByText('Approved and done.').first()).toBeVisible()
    })

    await test.step('the money goes back by itself', async () => {
      await expect(async () => {
        await page.goto(`/${REFUNDED.key}/me/bills/statement`)
        const refund = page.getByRole('row').filter({ hasText: 'Refund' })
        await expect(refund.first()).toContainText('1.00', { timeout: 1_000 })
      }).toPass()
      await page.goto(bill)
      await expect(page.getByRole('main')).toContainText('1.00')
    })
  })
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
