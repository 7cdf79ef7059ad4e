import type { Page } from '@playwright/test'
import { brandOf } from './brands.ts'
import { BRANDS, expect, expectAccessibleElsewhere, test, WAYS } from './fixtures.ts'
import { codeAfter } from './mailbox.ts'
import { confirmIdentity, newcomer, type Person, signIn, signInStaff, signOut } from './people.ts'

/** What editing proves of a brand's policy. */
const PROMISES: Readonly<Record<string, string>> = { 'we-e-charge': '[ECH-06] ', 'we-app': '[WEA-13] ' }

for (const { way, scripts } of WAYS) {
  test.describe(way, () => {
    test.use({ javaScriptEnabled: scripts })

    for (const brand of scripts ? BRANDS.slice(1, 3) : BRANDS) {
      test(`${PROMISES[brand.key] ?? ''}${brand.name}: reads and edits the profile; it is recorded`, async ({
        ownPage,
        openPage,
      }) => {
        const { page } = await ownPage(brand)
        const since = new Date()
        const nickname = page.getByLabel('Nickname')

        await test.step('too long is refused, and stays to be mended', async () => {
          await page.goto(`/${brand.key}/me/account`)
          await page.getByRole('main').locator(`a[href="/${brand.key}/me/profile"]`).click()
          await nickname.evaluate((box) => box.removeAttribute('maxlength'))
          await nickname.fill('x'.repeat(61))
          await page.getByRole('button', { name: 'Save', exact: true }).click()
          await expect(page.getByRole('alert').first()).toContainText('This is too long.')
          await expect(nickname).toHaveValue('x'.repeat(61))
        })

        await test.step('saved, and shown on each page', async () => {
          await nickname.fill('Ana “Å” 安娜')
          await page.getByRole('button', { name: 'Save', exact: true }).click()
          await expect(page.getByText('Your profile was saved.')).toBeVisible()
          await expect(nickname).toHaveValue('Ana “Å” 安娜')
          await page.goto(`/${brand.key}/me`)
          await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello Ana “Å” 安娜')
        })

        await test.step('may be emptied again: none of it is needed', async () => {
          await page.goto(`/${brand.key}/me/profile`)
          await nickname.fill('')
          await page.getByRole('button', { name: 'Save', exact: true }).click()
          await expect(page.getByText('Your profile was saved.')).toBeVisible()
          await expect(nickname).toHaveValue('')
        })

        await test.step('an auditor sees that it was done, and no word of what', async () => {
          const audit = await openPage()
          await signInStaff(audit, 'ada.auditor')
          await audit.goto(`/staff/access?brand=${brand.key}&who=all`)
          const edits = audit.getByRole('row').filter({ hasText: 'profile.edited' })
          await expect(edits.first()).toContainText('The person')
          const at = await edits.first().locator('time').getAttribute('datetime')
          expect(Date.parse(at ?? '')).toBeGreaterThan(since.getTime() - 60_000)
          await expect(audit.getByRole('main')).not.toContainText('安娜')
        })
      })
    }
  })
}

test.describe('how one signs in', () => {
  test.use({ javaScriptEnabled: false })

  test('[LCK-02] WE.LOCK: nickname, phone and e-mail are shown and edited; signs in by either', async ({ ownPage }) => {
    const lock = brandOf('we-lock')
    const { page, person } = await ownPage(lock)
    const phone = `+33 6 39 98 ${digits()} ${digits()}`
    const secondMail = newcomer(lock).identifier

    await page.goto('/we-lock/me/profile')
    await expect(page.getByLabel('Nickname')).toBeVisible()
    await page.getByLabel('Nickname').fill('Keyholder')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByLabel('Nickname')).toHaveValue('Keyholder')
    await changeTo(page, person, 'phone', phone)
    await expect(page.getByRole('main')).toContainText(phone.slice(-2))

    await test.step('by phone', async () => {
      await signOut(page)
      await signIn(page, { ...person, identifier: phone })
    })

    await test.step('another mail address, and in by that', async () => {
      await page.goto('/we-lock/me/profile')
      await changeTo(page, person, 'email', secondMail)
      await signOut(page)
      await page.goto('/we-lock/sign-in')
      await page.getByLabel(lock.signInLabel).fill(person.identifier)
      await page.getByLabel('Password').fill(person.password)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('alert').first()).toContainText('That does not match.')
      await signIn(page, { ...person, identifier: secondMail })
    })

    await changeTo(page, person, 'email', person.identifier)
  })

  test('EnergyBilling: the number is changed by a request and not by the person alone', async ({ ownPage }) => {
    const { page } = await ownPage(brandOf('energybilling'))
    await page.goto('/energybilling/me/profile')
    await page.getByRole('link', { name: /^Ask for a change/ }).click()
    await expect(page.getByText('This number is changed by support')).toBeVisible()
    await expect(page.getByRole('main')).toContainText('we answer in at most 15 days')
    await expect(page.getByRole('textbox')).toHaveCount(0)
    await page.getByRole('link', { name: 'Open a request' }).click()
    await page.getByLabel('What should stand there instead').fill('+86 138 1234 5678')
    const proof = { name: 'contract.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n% a contract') }
    await page.getByLabel('A file that shows it').setInputFiles(proof)
    await page.getByLabel('Tell us more').fill('My number has changed; please check who I am.')
    await page.getByRole('button', { name: 'Send the request' }).click()
    await expect(page.getByText(/We have your request R-\w{4}-\w{3}\. You get an answer by /)).toBeVisible()
    await expect(page.getByRole('main')).toContainText('My number has changed')
  })
})

async function changeTo(page: Page, person: Person, kind: 'email' | 'phone', value: string): Promise<void> {
  const path = `/we-lock/me/profile/identifier/${kind}`
  await page.goto(path)
  if (page.url().includes('/me/confirm')) await confirmIdentity(page, person)
  await expect(page).toHaveURL(path)
  if (kind === 'email')
    for (const one of ['/we-lock/me/profile/password', path]) {
      await page.goto(one)
      await expectAccessibleElsewhere(page)
    }
  await page.getByLabel(/^New /).fill(value)
  const code = await codeAfter(value, () => page.getByRole('button', { name: 'Send me a code' }).click())
  await page.getByLabel('Code of 6 digits').fill(code)
  if (kind === 'email') await expectAccessibleElsewhere(page)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByText('Saved. From now on you sign in with it.')).toBeVisible()
}

const digits = () => String(10 + Math.floor(Math.random() * 90))
