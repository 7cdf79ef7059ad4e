import type { Page } from '@playwright/test'
import { type Brand, brandOf } from './brands.ts'
import { BRANDS, expect, sessionOf, test } from './fixtures.ts'
import { openPages, personPages } from './pages.ts'
import { signInStaff } from './people.ts'
import { ORIGIN } from './portal.ts'

test.describe.configure({ mode: 'parallel', timeout: 300_000 })

const LOCALES = ['en', 'zh-CN', 'fr'] as const
type Locale = (typeof LOCALES)[number]

/** What a page shows where the catalogue lacks a text: the key of it. */
const LEFTOVER_KEY =
  /(?<![\w@/.-])(?:bills|common|consents|devices|errors|exports|fault|identity|inventory|ledger|outlook|overview|payments|policies|profile|requests|retention|shell|support|transparency|usage)(?:\.[a-z][A-Za-z_]*)+/

/** What the portal itself says: headings, buttons, labels, heads of tables and lists. */
const CHROME = 'h1, h2, h3, button, label, legend, summary, th[scope=col], dt, nav a, caption'

/** Two words of English that no name or number explains. */
const ENGLISH = /\b[a-z]{2,} [a-z]{3,}\b/i

/** Names of companies and their software: the same in every language. */
const PROPER_NAMES = [
  'Alibaba weexSDK',
  'Alipay Open Platform',
  'Fresco Gallery',
  'Glide Gallery',
  'Harbour Cloud',
  'Huawei HMS Push',
  'Kind Survey',
  'Meizu Flyme Push',
  'Mobile Security Alliance OAID',
  'OPPO push',
  'PayPal Checkout SDK',
  'Plain Count',
  'Relay Mail',
  'Relay SMS',
  'UniPush (Getui message push)',
  'WE E-Charge',
  'WE.LOCK Shop',
  'WeChat Open Platform',
  'WeChat Pay',
  'Zhuoxin ID SDK',
  'gif drawable',
  'vivo push',
]

interface Read {
  readonly all: string
  readonly chrome: readonly string[]
  readonly lang: string
}

async function read(page: Page, path: string, locale: Locale): Promise<Read> {
  await page.context().addCookies([{ name: 'openbook.locale', value: locale, url: ORIGIN }])
  const answer = await page.request.get(path)
  expect(answer.status(), path).toBe(200)
  // Read as the browser reads it, and not drawn: what is drawn says the same.
  return page.evaluate(
    ([html = '', chrome = '']) => {
      const read = new DOMParser().parseFromString(html, 'text/html')
      const texts = [...read.querySelectorAll(chrome)].map((node) => node.textContent?.trim() ?? '')
      const shown = [...read.querySelectorAll('body, body :not(script, style, noscript)')]
      const pieces = shown.flatMap((node) => [...node.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE))
      const all = pieces.map(({ textContent }) => textContent).join('\n')
      return { all, chrome: texts, lang: read.documentElement.lang }
    },
    [await answer.text(), CHROME],
  )
}

async function seeThreeLanguages(page: Page, paths: readonly string[], { contact }: Brand): Promise<void> {
  const wrong: string[] = []
  for (const path of paths) {
    const {
      en,
      'zh-CN': zh,
      fr,
    } = {
      en: await read(page, path, 'en'),
      'zh-CN': await read(page, path, 'zh-CN'),
      fr: await read(page, path, 'fr'),
    }
    for (const [locale, words] of Object.entries({ en, 'zh-CN': zh, fr })) {
      if (words.lang !== locale) wrong.push(`${path}: lang is ${words.lang} and not ${locale}`)
      const key = LEFTOVER_KEY.exec(words.all)?.[0]
      if (key) wrong.push(`${path} in ${locale}: ${key}`)
    }
    const names = [...contact, ...PROPER_NAMES]
    for (const text of en.chrome.filter((text) => ENGLISH.test(text) && !names.includes(text))) {
      if (zh.chrome.includes(text)) wrong.push(`${path} in zh-CN: ${text}`)
      if (fr.chrome.includes(text)) wrong.push(`${path} in fr: ${text}`)
    }
  }
  expect(wrong).toEqual([])
}

const energy = brandOf('energybilling')

async function firstRequest(staff: Page, queue: string): Promise<string> {
  await staff.goto(queue)
  const link = staff.getByRole('main').locator('a[href^="/staff/requests/"]').first()
  return (await link.getAttribute('href')) ?? ''
}

test.describe('[ENB-02] the whole portal in English, Chinese and French', () => {
  test('[ENB-02] each page without signing in', async ({ page }) => {
    await seeThreeLanguages(page, ['/', ...openPages(energy)], energy)
  })

  test('[ENB-02] the pages of staff', async ({ openPage }) => {
    const [operator, security] = [await openPage(), await openPage()]
    await signInStaff(operator, 'dana.data')
    const handled = '/staff/requests?brand=energybilling'
    const request = await firstRequest(operator, handled)
    await seeThreeLanguages(operator, ['/staff', handled, request, '/staff/deliveries', '/staff/transfers'], energy)
    await signInStaff(security, 'sol.security')
    const watched = ['/staff/incidents', '/staff/policies?brand=energybilling', '/staff/statistics', '/staff/approvals']
    await seeThreeLanguages(security, watched, energy)
  })

  test.describe('signed in', () => {
    test.use({ storageState: sessionOf(energy) })

    test('[ENB-02] each page of a person', async ({ page }) => {
      await seeThreeLanguages(page, await personPages(page, energy), energy)
    })

    test('[ENB-20] company, address, hotline and mail on every page of the brand', async ({ page, request }) => {
      for (const path of [...openPages(energy), ...(await personPages(page, energy))]) {
        const html = await (await request.get(path)).text()
        for (const fact of energy.contact) expect(html, `${fact} on ${path}`).toContain(fact)
      }
      await page.goto('/energybilling/policy')
      const responsible = page.locator('#responsible')
      for (const fact of energy.contact) await expect(responsible).toContainText(fact)
    })
  })

  test.describe('switching', () => {
    for (const scripts of [false, true]) {
      test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
        test.use({ javaScriptEnabled: scripts, storageState: sessionOf(energy) })

        test('[ENB-02] a switch keeps the page with its place and what was looked for', async ({ page }) => {
          const path = '/energybilling/me/data/startup_log?search=HarmonyOS'
          await page.goto(path)
          // Where scripts run, what is being typed stays as well.
          const typed = scripts ? 'Harmony, half typed' : 'HarmonyOS'
          await page.locator('input[type=search]').fill(typed)
          for (const [name, lang] of [
            ['简体中文', 'zh-CN'],
            ['Français', 'fr'],
            ['English', 'en'],
          ] as const) {
            await page.locator('[popovertarget="language-menu"]').click()
            await page.locator('#language-menu').getByRole('button', { name }).click()
            await expect(page.locator('html')).toHaveAttribute('lang', lang)
            await expect(page).toHaveURL(path)
            await expect(page.locator('input[type=search]')).toHaveValue(typed)
          }
        })
      })
    }
  })
})

for (const brand of BRANDS.filter(({ key }) => key !== energy.key)) {
  test.describe(brand.name, () => {
    test.use({ storageState: sessionOf(brand) })

    test(`${brand.name} in three languages`, async ({ page }) => {
      const places = ['', '/data', '/devices/add', '/choices', '/account', '/profile', '/requests']
      const open = ['/policy', '/recipients', '/permissions', '/cookies'].map((path) => `/${brand.key}${path}`)
      await seeThreeLanguages(page, [...open, ...places.map((path) => `/${brand.key}/me${path}`)], brand)
    })
  })
}
