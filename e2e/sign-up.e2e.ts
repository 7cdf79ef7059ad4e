import { BRANDS, expect, test, WAYS } from './fixtures.ts'
import { acceptance, fillSignUp, finishSignUp, newcomer, signIn, signOut } from './people.ts'

/** What signing up and in proves of a brand's policy. */
const PROMISES: Readonly<Record<string, string>> = {
  'we-e-charge': '[ECH-01] ',
  'we-lock': '[LCK-01] ',
  'wellborne-plus': '[WBP-01] ',
}

for (const { way, scripts } of WAYS) {
  test.describe(way, () => {
    test.use({ javaScriptEnabled: scripts })

    for (const brand of BRANDS) {
      test(`${PROMISES[brand.key] ?? ''}signs up to ${brand.name}, out and in again`, async ({ page }) => {
        const person = newcomer(brand)
        const named = page.getByLabel(brand.signUp.label).first()
        const send = page.getByRole('button', { name: 'Go on' })
        const refused = page.getByRole('alert').filter({ hasText: 'There is a problem' })

        await test.step('not without the policy', async () => {
          await page.goto(`/${brand.key}`)
          await page.getByRole('main').getByRole('link', { name: 'Create an account' }).click()
          await fillSignUp(page, person)
          await acceptance(page).uncheck()
          await send.click()
          await expect(refused).toContainText('There can be no account without the privacy policy.')
          await expect(named).toHaveValue(person.identifier)
          await expect(acceptance(page)).not.toBeChecked()
        })

        await test.step('not under age', async () => {
          await fillSignUp(page, person)
          if (brand.age.ask === 'word') await page.getByLabel(/^I am at least/).uncheck()
          else await page.getByLabel('Date of birth').fill(yearsAgo(brand.age.least, 2))
          await send.click()
          await expect(refused).toContainText(brand.age.refusal)
          await expect(named).toHaveValue(person.identifier)
          await expect(acceptance(page)).toBeChecked()
        })

        await fillSignUp(page, person)
        await finishSignUp(page, person)
        // Whoever gave no name is not called by a number, and is told where to begin.
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello')
        await expect(page).toHaveTitle(`Overview · ${brand.name}`)
        await expect(page.getByRole('main').getByRole('link', { name: 'Add a device' })).toBeVisible()
        await expect(page.getByRole('main')).toContainText('Nothing is due.')
        await expect(page.getByRole('main')).toContainText('Nobody has looked at your data.')

        await test.step('out, and the way back asks who one is', async () => {
          await signOut(page)
          await expect(page).toHaveURL(`/${brand.key}/sign-in?done=signed_out`)
          await expect(page.getByText('You are signed out.')).toBeVisible()
          await page.goto(`/${brand.key}/me/devices`)
          await expect(page).toHaveURL(`/${brand.key}/sign-in?next=${encodeURIComponent(`/${brand.key}/me/devices`)}`)
        })

        await signIn(page, person, `/${brand.key}/me/devices`)
      })
    }
  })
}

test.describe('what is refused at sign-up', () => {
  test.use({ javaScriptEnabled: false })

  test('an account name that is taken; what was typed stays', async ({ page }) => {
    const [brand] = BRANDS
    if (!brand) return
    const person = { ...newcomer(brand), identifier: brand.person.identifier }
    await page.goto(`/${brand.key}/sign-up`)
    await fillSignUp(page, person)
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(page.getByRole('alert').first()).toContainText('This account name is taken.')
    await expect(page.getByLabel('Account name')).toHaveValue(brand.person.identifier)
    await expect(page.getByLabel('Password')).toHaveValue('')
  })

  for (const brand of BRANDS.filter(({ signUp }) => signUp.code)) {
    test(`${brand.name}: five wrong codes, and then not even the right one`, async ({ page }) => {
      const person = newcomer(brand)
      await page.goto(`/${brand.key}/sign-up`)
      await fillSignUp(page, person)
      await page.getByRole('button', { name: 'Go on' }).click()
      const code = page.getByLabel('Code of 6 digits')
      await code.fill('12345')
      await page.getByRole('button', { name: 'Open the account' }).click()
      await expect(page.getByRole('alert').first()).toContainText('The code has 6 digits.')
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        await code.fill('000000')
        await page.getByRole('button', { name: 'Open the account' }).click()
        await expect(page.getByRole('alert').first()).toContainText('This is not the code.')
      }
      await code.fill('000000')
      await page.getByRole('button', { name: 'Open the account' }).click()
      await expect(page.getByRole('alert').first()).toContainText('was tried too often')
      await page.getByRole('button', { name: 'Send another code' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Too many attempts.')
    })
  }
})

/** The day on which somebody still lacks some days to an age. */
function yearsAgo(years: number, daysLacking: number): string {
  const day = new Date()
  day.setUTCFullYear(day.getUTCFullYear() - years)
  day.setUTCDate(day.getUTCDate() + daysLacking)
  return day.toISOString().slice(0, 10)
}
