import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { BRANDS, type Brand } from './brands.ts'
import { expectKeyboardReaches } from './keyboard.ts'
import { noteLookedAt } from './looked-at.ts'
import { newcomer, type Person, signUp } from './people.ts'
import { DATA_FOLDER, ORIGIN } from './portal.ts'

export type SessionState = Awaited<ReturnType<BrowserContext['storageState']>>

/** Where the session of a demo person lies, once sign-in.setup.ts has signed them in. */
export function sessionOf(brand: Brand, who: 'person' | 'neighbour' = 'person'): string {
  return `${DATA_FOLDER}/sessions/${brand.key}-${who}.json`
}

/** A person who signed up for this worker alone, with the session in which they are signed in. */
export interface Newcomer extends Person {
  state: SessionState
}

/** Said aloud, or a new context takes the session that the test uses, and signing in would end it for all tests. */
const NOBODY: SessionState = { cookies: [], origins: [] }

interface WorkerFixtures {
  /** Somebody of the brand whom no other worker knows: tests may change everything about them. */
  ownPerson: (brand: Brand) => Promise<Newcomer>
}

interface Fixtures {
  /** A page in which somebody of the worker's own is signed in. */
  ownPage: (brand: Brand) => Promise<{ page: Page; person: Person }>
  /** A page in a browser of its own: nobody is signed in, or whoever the file or state says. */
  openPage: (storageState?: string | SessionState) => Promise<Page>
  /** What the browser complained about on the portal's pages: none is allowed. */
  complaints: string[]
}

/** How often each journey is gone through. */
export const WAYS = [
  { way: 'without JavaScript', scripts: false },
  { way: 'with JavaScript', scripts: true },
] as const

export const test = base.extend<Fixtures, WorkerFixtures>({
  complaints: [
    async ({ baseURL: _ }, use) => {
      const complaints: string[] = []
      await use(complaints)
      expect(complaints, 'faults and violations of the content security policy').toEqual([])
    },
    { auto: true },
  ],
  context: async ({ context, complaints }, use) => {
    await prepare(context, complaints)
    await use(context)
  },
  openPage: async ({ browser, javaScriptEnabled, complaints }, use) => {
    const opened: BrowserContext[] = []
    await use(async (storageState) => {
      const context = await browser.newContext({ javaScriptEnabled, storageState: storageState ?? NOBODY })
      opened.push(context)
      await prepare(context, complaints)
      return context.newPage()
    })
    await Promise.all(opened.map((context) => context.close()))
  },
  ownPage: async ({ openPage, ownPerson }, use) => {
    const used: { page: Page; person: Newcomer }[] = []
    await use(async (brand) => {
      const person = await ownPerson(brand)
      const page = await openPage(person.state)
      used.push({ page, person })
      return { page, person }
    })
    // Confirming who one is gives the session a new token.
    for (const { page, person } of used) person.state = await page.context().storageState()
  },
  ownPerson: [
    async ({ browser }, use) => {
      const known = new Map<string, Newcomer>()
      await use(async (brand) => {
        const person = known.get(brand.key) ?? (await signUpNewcomer(browser, brand))
        known.set(brand.key, person)
        return person
      })
    },
    { scope: 'worker' },
  ],
})

/** Gives a browser its language, and listens to what it complains about. */
async function prepare(context: BrowserContext, complaints: string[]): Promise<void> {
  await speak(context)
  context.on('console', (message) => {
    if (/content.security.policy|hydrat/i.test(message.text()))
      complaints.push(`${message.location().url}: ${message.text()}`)
  })
  context.on('weberror', (fault) => complaints.push(`${fault.page()?.url()}: ${fault.error()}`))
}

async function signUpNewcomer(browser: Browser, brand: Brand): Promise<Newcomer> {
  const context = await browser.newContext({ baseURL: ORIGIN, storageState: NOBODY })
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

/** What axe finds, and what the keyboard does not come to. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // No page has frames; without the page that would join their results this takes a third of the time.
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze()
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  // Soft, so that one run tells of every page.
  expect.soft(told, `accessibility of ${page.url()}`).toEqual([])
  noteLookedAt(page.url())
  await expectKeyboardReaches(page)
}

/**
 * The same for a page in a browser without scripts, where axe cannot run: seen by another browser of the same person, as
 * it is without what was typed.
 */
export async function expectAccessibleElsewhere(page: Page): Promise<void> {
  const browser = page.context().browser()
  if (!browser) throw new Error('the page belongs to no browser')
  // Said aloud, or a new context is without scripts as well.
  const scripts = { javaScriptEnabled: true, storageState: await page.context().storageState() }
  const context = await browser.newContext({ baseURL: ORIGIN, ...scripts })
  const other = await context.newPage()
  await other.goto(page.url())
  await expectAccessible(other)
  await context.close()
}

/** Nothing to be reached only by scrolling sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [wide, shown] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return [scrollWidth, clientWidth]
  })
  expect.soft(wide, `width of ${page.url()}`).toBe(shown)
}

export { BRANDS, expect }
