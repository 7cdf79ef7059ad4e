import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { BRANDS, type Brand } from './brands.ts'
import { newcomer, type Person, signUp } from './people.ts'
import { DATA_FOLDER, ORIGIN } from './portal.ts'

export type SessionState = Awaited<ReturnType<BrowserContext['storageState']>>

/** Where the session of a demo person lies, once sign-in.setup.ts has signed them in. */
export function sessionOf(brand: Brand, who: 'person' | 'neighbour' = 'person'): string {
  return `${DATA_FOLDER}/sessions/${brand.key}-${who}.json`
}

/** A person who signed up for this worker alone, with the session in which they are signed in. */
export interface Newcomer extends Person {
  readonly state: SessionState
}

interface WorkerFixtures {
  /** Somebody of the brand whom no other worker knows: tests may change everything about them. */
  ownPerson: (brand: Brand) => Promise<Newcomer>
}

interface Fixtures {
  /** A page in a browser without JavaScript. */
  plain: Page
  /** What the browser complained about on the portal's pages: none is allowed. */
  complaints: string[]
}

/** How often each journey is gone through. */
export const WAYS = [
  { way: 'without JavaScript', scripts: false },
  { way: 'with JavaScript', scripts: true },
] as const

export const test = base.extend<Fixtures, WorkerFixtures>({
  context: async ({ context }, use) => {
    await speak(context)
    await use(context)
  },
  plain: async ({ browser }, use) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    await speak(context)
    await use(await context.newPage())
    await context.close()
  },
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = []
      context.on('console', (message) => {
        const { url } = message.location()
        if (/Content Security Policy|Content-Security-Policy|hydrat/i.test(message.text()))
          complaints.push(`${url}: ${message.text()}`)
      })
      context.on('weberror', (fault) => complaints.push(`${fault.page()?.url()}: ${fault.error()}`))
      await use(complaints)
      expect(complaints, 'faults and violations of the content security policy').toEqual([])
    },
    { auto: true },
  ],
  ownPerson: [
    async ({ browser }, use) => {
      const known = new Map<string, Newcomer>()
      await use(async (brand) => {
        const person =
          known.get(brand.key) ?? (await signUpNewcomer(() => browser.newContext({ baseURL: ORIGIN }), brand))
        known.set(brand.key, person)
        return person
      })
    },
    { scope: 'worker' },
  ],
})

async function signUpNewcomer(open: () => Promise<BrowserContext>, brand: Brand): Promise<Newcomer> {
  const context = await open()
  await speak(context)
  const person = newcomer(brand)
  await signUp(await context.newPage(), person)
  const state = await context.storageState()
  await context.close()
  return { ...person, state }
}

/** Signing in would else give the browser the language of the account. */
export async function speak(context: BrowserContext, locale = 'en'): Promise<void> {
  await context.addCookies([{ name: 'openbook.locale', value: locale, url: ORIGIN }])
}

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  expect(told, `accessibility of ${page.url()}`).toEqual([])
}

/** Nothing to be reached only by scrolling sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
  expect(scrollWidth, `width of ${page.url()}`).toBeLessThanOrEqual(clientWidth)
}

export { BRANDS, expect }
