import { badge, fact, openBill, PAID_BY_LINK, PAID_IN_PART, REFUNDED, seeReceipt } from './bills.ts'
import { expect, expectAccessibleElsewhere, sessionOf, test } from './fixtures.ts'
import { messageAfter } from './mailbox.ts'
import { signInStaff } from './people.ts'
import { ORIGIN } from './portal.ts'

test.describe('by the link of a mail, without JavaScript', () => {
  const brand = PAID_BY_LINK
  test.use({ javaScriptEnabled: false, storageState: sessionOf(brand, 'neighbour') })

  test('somebody who is not signed in pays one bill, sees nothing else, and the link is over', async ({
    page,
    openPage,
  }) => {
    const bill = await openBill(page, brand)
    const { identifier } = brand.neighbour
    const mail = await messageAfter(identifier, () => page.getByRole('button', { name: 'Send me the link' }).click())
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

test.describe('in parts', () => {
  test.use({ javaScriptEnabled: false, storageState: sessionOf(PAID_IN_PART, 'neighbour') })

  test('a part of a bill is paid, the rest agreed in instalments, and the statement and its CSV say so', async ({
    page,
  }) => {
    const bill = await openBill(page, PAID_IN_PART)
    const [number = ''] = /\S+$/.exec((await page.getByRole('heading', { level: 1 }).textContent()) ?? '') ?? []
    // Demo bills are as large as the month before was; what stays open is always the same here.
    const total = /[\d.]+$/.exec((await fact(page, 'Total').textContent()) ?? '')?.[0] ?? ''
    const paid = (Number(total) - 20).toFixed(2)
    const part = page.getByLabel(/^Amount/)

    await test.step('a wrong amount is kept and explained', async () => {
      await page.getByText('Pay another amount').click()
      await part.fill('9999')
      await page.getByRole('button', { name: 'Go on to pay' }).click()
      await expect(page.getByRole('alert').first()).toBeVisible()
      await expect(part).toHaveValue('9999')
    })

    await test.step('a part is paid', async () => {
      await part.fill(paid)
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
      await expect(payment).toContainText(`€${paid}`)
      await expect(payment).toContainText('€20.00')
      const href = await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')
      const csv = await page.request.get(href ?? '')
      expect(csv.headers()['content-type']).toContain('text/csv')
      const lines = (await csv.text()).split(/\r?\n/)
      expect(lines.filter((line) => line.includes(number))).toEqual([
        expect.stringContaining(total),
        expect.stringMatching(new RegExp(`${paid}.*20\\.00`)),
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
      await asking.getByLabel('Reason for your colleague').fill(reason)
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
