import { brandOf } from './brands.ts'
import { expect, test } from './fixtures.ts'
import { codeAfter, messageAfter } from './mailbox.ts'
import { fillSignUp, newcomer, signIn, signOut, signUp } from './people.ts'

test.use({ javaScriptEnabled: false })

const charge = brandOf('we-e-charge')

test('[ECH-02] a forgotten password: by mail, and what to do without one', async ({ page, browser }) => {
  const person = newcomer(charge)
  const email = `${person.identifier}@mail.example`

  await test.step('an account with an e-mail address', async () => {
    await page.goto('/we-e-charge/sign-up')
    await fillSignUp(page, person)
    await page.getByLabel('E-mail address').fill(email)
    const code = await codeAfter(email, () => page.getByRole('button', { name: 'Go on' }).click())
    await page.getByLabel('Code of 6 digits').fill(code)
    await page.getByRole('button', { name: 'Open the account' }).click()
    await expect(page).toHaveURL('/we-e-charge/me')
  })

  const elsewhere = await browser.newContext({ storageState: await page.context().storageState() })
  await signOut(page)

  await test.step('gets back in by a code', async () => {
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await page.getByLabel('Account name or e-mail address').fill(person.identifier)
    const code = await codeAfter(email, () => page.getByRole('button', { name: 'Send me a code' }).click())
    await page.getByLabel('Code of 6 digits').fill(code)
    await page.getByLabel('New password').fill('quite another phrase 8')
    const notice = await messageAfter(email, () =>
      page.getByRole('button', { name: 'Save the password and sign in' }).click(),
    )
    expect(notice).toContain('was changed')
    await expect(page).toHaveURL('/we-e-charge/me')
    await signOut(page)
    await signIn(page, { ...person, password: 'quite another phrase 8' })
  })

  await test.step('a session of before is over', async () => {
    const old = await elsewhere.newPage()
    await old.goto('/we-e-charge/me')
    await expect(old).toHaveURL(/\/sign-in/)
    await elsewhere.close()
  })

  await test.step('without an address: the same answer for an account and for none, and what to do', async () => {
    const without = newcomer(charge)
    await signOut(page)
    await signUp(page, without)
    await signOut(page)
    const answers: (string | null)[] = []
    for (const name of [without.identifier, newcomer(charge).identifier]) {
      await page.goto('/we-e-charge/recover')
      await page.getByLabel('Account name or e-mail address').fill(name)
      await page.getByRole('button', { name: 'Send me a code' }).click()
      await expect(page).toHaveURL(/\/recover\/code\?ticket=/)
      answers.push(await page.getByRole('main').textContent())
    }
    expect(answers[0]).toBe(answers[1])
    expect(answers[0]).toContain('If your account has no e-mail address')
    expect(answers[0]).toContain('privacy@we-e-charge.example')
  })
})

test('a password that is wrong or a name that nobody has: the same words, and the name stays', async ({ page }) => {
  const texts: (string | null)[] = []
  for (const name of [charge.person.identifier, newcomer(charge).identifier]) {
    await page.goto('/we-e-charge/sign-in')
    await page.getByLabel('Account name or e-mail address').fill(name)
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    const problem = page.getByRole('alert').first()
    await expect(problem).toBeVisible()
    await expect(page.getByLabel('Account name or e-mail address')).toHaveValue(name)
    texts.push(await problem.textContent())
  }
  expect(texts[0]).toBe(texts[1])
})

test('[ECH-11] an account says through which app it came, with the link to that app’s policy', async ({ page }) => {
  const person = newcomer(charge)
  await page.goto('/we-e-charge/sign-up?app=charge_map')
  const policy = page.getByRole('main').locator('a[href="https://charge-map.example/privacy"]')
  await expect(policy).toBeVisible()
  await fillSignUp(page, person)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page).toHaveURL('/we-e-charge/me')
  await page.goto('/we-e-charge/me/choices/recipients')
  await expect(page.getByRole('main')).toContainText('You came through Charge Map')
  await expect(policy).toBeVisible()
  await page.goto('/we-e-charge/me/profile')
  await expect(page.getByRole('main')).toContainText('Your account was opened through Charge Map')
  await expect(policy).toBeVisible()
})
