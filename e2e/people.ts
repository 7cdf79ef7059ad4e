import { randomInt, randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { DEMO_PASSWORD, type DemoAccount } from '#prisma/seed/accounts.ts'
import type { Brand } from './brands.ts'
import { codeAfter } from './mailbox.ts'

/** Somebody who can sign in. */
export interface Person {
  readonly brand: Brand
  readonly identifier: string
  readonly password: string
}

/** A name, address or number that nobody has yet, as the brand asks for one. */
export function newcomer(brand: Brand): Person {
  const unique = randomUUID().replaceAll('-', '')
  const identifier = {
    name: `n-${unique.slice(0, 16)}`,
    email: `${unique.slice(0, 20)}@mail.example`,
    phone: `+86 139 ${randomInt(1_000, 10_000)} ${randomInt(1_000, 10_000)}`,
  }[brand.signUp.kind]
  return { brand, identifier, password: `four odd words ${unique.slice(-6)}` }
}

export function demoPerson(brand: Brand, account: DemoAccount = brand.person): Person {
  return { brand, identifier: account.identifier, password: DEMO_PASSWORD }
}

/** Writes the whole form of sign-up, as somebody old enough who accepts the policy. */
export async function fillSignUp(page: Page, { brand, identifier, password }: Person): Promise<void> {
  await page.getByLabel(brand.signUp.label).first().fill(identifier)
  if (brand.signUp.password) await page.getByLabel('Password', { exact: true }).fill(password)
  if (brand.age.ask === 'word') await page.getByLabel(/^I am at least \d+ years old/).check()
  else await page.getByLabel('Date of birth').fill('1990-03-27')
  await acceptance(page).check()
}

export const acceptance = (page: Page) => page.getByLabel('I have read the privacy policy and accept it')

/** Sends the form of sign-up, types the code where one is sent, and arrives on the overview. */
export async function finishSignUp(page: Page, { brand, identifier }: Person): Promise<void> {
  const send = () => page.getByRole('button', { name: 'Go on' }).click()
  if (brand.signUp.code) {
    const code = await codeAfter(identifier, send)
    await page.getByLabel('Code of 6 digits').fill(code)
    await page.getByRole('button', { name: 'Open the account' }).click()
  } else await send()
  await expect(page).toHaveURL(`/${brand.key}/me`)
}

export async function signUp(page: Page, person: Person): Promise<void> {
  await page.goto(`/${person.brand.key}/sign-up`)
  await fillSignUp(page, person)
  await finishSignUp(page, person)
}

/** From the sign-in page to the overview, or to where the address says that one wanted to go. */
export async function signIn(page: Page, person: Person, arrival = `/${person.brand.key}/me`): Promise<void> {
  const { brand, identifier, password } = person
  if (!page.url().includes(`/${brand.key}/sign-in`)) await page.goto(`/${brand.key}/sign-in`)
  await page.getByLabel(brand.signInLabel).fill(identifier)
  if (brand.person.proof === 'password') {
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  } else {
    const code = await codeAfter(identifier, () => page.getByRole('button', { name: 'Send me a code' }).click())
    await page.getByLabel('Code of 6 digits').fill(code)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }
  await expect(page).toHaveURL(arrival)
}

export async function signInStaff(page: Page, name: string): Promise<void> {
  await page.goto('/staff/sign-in')
  await page.getByLabel('Staff name').fill(name)
  await page.getByLabel('Password').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/staff')
}

/** Opens the menu of whoever is signed in; it needs no script. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Menu for / }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
}

/** Proves once more who one is, where a step asks for it. */
export async function confirmIdentity(page: Page, { brand, identifier, password }: Person): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/${brand.key}/me/confirm`))
  if (brand.signUp.password) {
    await page.getByLabel('Your password').fill(password)
    await page.getByRole('button', { name: 'Confirm' }).click()
    return
  }
  const code = await codeAfter(identifier, () => page.getByRole('button', { name: 'Send me a code' }).click())
  await page.getByLabel('Code of 6 digits').fill(code)
  await page.getByRole('button', { name: 'Confirm' }).click()
}
