import { BRANDS } from './brands.ts'
import { expect, test } from './fixtures.ts'
import { messageAfter } from './mailbox.ts'
import { signInStaff } from './people.ts'

function brandOf(key: string) {
  const brand = BRANDS.find((one) => one.key === key)
  if (!brand) throw new Error(`there is no ${key}`)
  return brand
}

test.describe('a request', () => {
  test.use({ javaScriptEnabled: false })

  test('[WEA-16] a question by the form, taken, answered by staff and read by its person', async ({
    ownPage,
    openPage,
  }) => {
    const { page } = await ownPage(brandOf('we-app'))
    await page.goto('/we-app/me/requests')
    await page.getByRole('link', { name: /^Ask a question/ }).click()
    await page.getByRole('button', { name: 'Send the request' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Fill this in.')
    await page.getByLabel('Tell us more').fill('Where is my data kept?')
    await page.getByRole('button', { name: 'Send the request' }).click()
    await expect(page.getByText(/We have your request R-\w{4}-\w{3}\. You get an answer by /)).toBeVisible()
    const address = new URL(page.url()).pathname
    const staff = await openPage()
    await signInStaff(staff, 'dana.data')
    // The person says the number on the telephone; staff look over all brands for it.
    const [number = ''] = /R-\w{4}-\w{3}/.exec((await page.getByRole('main').textContent()) ?? '') ?? []
    await staff.goto('/staff/requests')
    await staff.getByLabel('Find a request by its number').fill(number.toLowerCase().replaceAll('-', ' '))
    await staff.getByRole('button', { name: 'Find' }).click()
    await staff.getByRole('link', { name: 'Question' }).click()
    await expect(staff).toHaveURL(new RegExp(`/staff/requests/we-app/${address.split('/').at(-1)}$`))
    await staff.getByRole('button', { name: 'Take it on' }).click()
    await expect(staff.getByText('It is yours now.')).toBeVisible()
    await staff.getByLabel('Answer', { exact: true }).fill('In the region that your account page names.')
    await staff.getByRole('button', { name: 'Answer and close' }).click()
    await expect(staff.getByText('Answered', { exact: true })).toBeVisible()
    await page.goto(address)
    await expect(page.getByText('In the region that your account page names.')).toBeVisible()
    await page.goto('/we-app/me/access-log')
    await expect(page.getByRole('main')).toContainText('Answered a request')
  })

  test('[WBP-23] that is over shows where to complain, however it ended', async ({ ownPage, openPage }) => {
    const { page } = await ownPage(brandOf('wellborne-plus'))
    const staff = await openPage()
    await signInStaff(staff, 'dana.data')
    const send = async () => {
      await page.goto('/wellborne-plus/me/requests/new/objection')
      await page.getByLabel('Tell us more').fill('Please stop the statistics.')
      await page.getByRole('button', { name: 'Send the request' }).click()
      await expect(page.getByRole('heading', { name: 'If you do not agree' })).toHaveCount(0)
      return new URL(page.url()).pathname
    }
    const withdrawn = await send()
    await page.getByText('Take the request back').click()
    await page.getByRole('button', { name: 'Take it back' }).click()
    const refused = await send()
    await staff.goto(`/staff/requests/wellborne-plus/${refused.split('/').at(-1)}`)
    await staff.getByText('Refuse', { exact: true }).click()
    await staff.getByLabel('It would reveal business secrets.').check()
    await staff
      .getByRole('textbox', { name: 'Explain it to the person' })
      .fill('The statistics hold the prices of our partners.')
    await staff.getByRole('button', { name: 'Refuse and close' }).click()
    await expect(staff.getByText('Refused', { exact: true }).first()).toBeVisible()
    for (const path of [withdrawn, refused]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { name: 'If you do not agree' })).toBeVisible()
      await expect(page.getByRole('main')).toContainText('contact@wellborne.fr')
      const main = page.getByRole('main')
      await expect(main.getByRole('link', { name: /^The data protection authority/ })).toBeVisible()
      await expect(page.getByRole('main')).toContainText('Go to a court.')
    }
    await expect(page.getByText('It would reveal business secrets.')).toBeVisible()
  })

  test('without an account is confirmed by the link in a mail, and followed there', async ({ page }) => {
    const address = `outsider-${Date.now()}@mail.example`
    const mail = await messageAfter(address, async () => {
      await page.goto('/we-app/contact')
      await page.getByRole('link', { name: 'Ask without an account' }).click()
      await page.getByLabel('Tell us more').fill('Do you hold my address?')
      await page.getByLabel('Your e-mail address').fill(address)
      await page.getByRole('button', { name: 'Send the request' }).click()
      await expect(page.getByRole('heading', { name: 'Look at your mail' })).toBeVisible()
    })
    const link = /https?:\/\/\S+\/we-app\/request\/\S+/.exec(mail)?.[0] ?? ''
    await page.goto(new URL(link).pathname)
    await page.getByRole('button', { name: 'Confirm now' }).click()
    await expect(page.getByText(/We have your request R-\w{4}-\w{3}\. You get an answer by /)).toBeVisible()
    await expect(page.getByText('Do you hold my address?')).toBeVisible()
  })
})
