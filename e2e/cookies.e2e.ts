import type { Page } from '@playwright/test'
import { BRANDS, expect, expectAccessible, test, WAYS } from './fixtures.ts'

const DAY = 86_400
/** What the page says of a lifetime, in seconds. */
function secondsOf(text: string): number {
  const [, count = '', unit = ''] = /^(\d+) (hour|day)s?$/.exec(text) ?? []
  return Number(count) * (unit === 'hour' ? 3_600 : DAY)
}

/** The list of a brand's page: each cookie's lifetime and whether the browser holds it. */
async function readList(
  page: Page,
  brand: string,
): Promise<Map<string, { seconds: number; kind: string; here: string }>> {
  await page.goto(`/${brand}/cookies`)
  const rows = await page.getByRole('table', { name: 'Every cookie' }).locator('tbody tr').all()
  const read = rows.map(async (row) => {
    const cells = (await row.getByRole('cell').allTextContents()).map((text) => text.trim())
    const name = (await row.getByRole('rowheader').textContent()) ?? ''
    return [name, { kind: cells[0] ?? '', seconds: secondsOf(cells[2] ?? ''), here: cells[3] ?? '' }] as const
  })
  return new Map(await Promise.all(read))
}

const names = async (page: Page) => (await page.context().cookies()).map(({ name }) => name).toSorted()
const question = (page: Page) => page.getByRole('region', { name: 'Cookies' })

for (const { way, scripts } of WAYS) {
  test.describe(way, () => {
    test.use({ javaScriptEnabled: scripts })

    test('[LCK-08] nothing optional is set before a choice by kind, which can be changed later', async ({ page }) => {
      await page.goto('/we-lock')
      await page.goto('/we-lock/policy?campaign=autumn')
      expect(await names(page)).toEqual(['openbook.locale'])
      const buttons = question(page).getByRole('button')
      await expect(buttons).toHaveText(['Refuse all', 'Accept all'])
      const looks = await buttons.evaluateAll((all) => all.map((button) => button.className))
      expect(new Set(looks).size).toBe(1)
      await question(page).getByRole('button', { name: 'Refuse all' }).click()
      await expect(question(page)).toHaveCount(0)
      expect(await names(page)).toEqual(['openbook.cookies', 'openbook.locale'])

      await page.goto('/we-lock/cookies')
      await page.getByLabel('Allow: Statistics').check()
      await page.getByRole('button', { name: 'Save this choice' }).click()
      await expect(page.getByText('Your choice is kept.')).toBeVisible()
      expect(await names(page)).toEqual(['lock.count', 'openbook.cookies', 'openbook.locale'])
      // Anew, so that what is waited for is not still there from before.
      await page.goto('/we-lock/cookies')
      await page.getByLabel('Allow: Advertising').check()
      await page.getByRole('button', { name: 'Save this choice' }).click()
      await expect(page.getByText('Your choice is kept.')).toBeVisible()
      await page.goto('/we-lock/policy?campaign=autumn')
      expect(await names(page)).toContain('lock.affiliate')

      await page.goto('/we-lock/cookies')
      await page.getByRole('main').getByRole('button', { name: 'Refuse all' }).click()
      await expect(page.getByText('Your choice is kept.')).toBeVisible()
      expect(await names(page)).toEqual(['openbook.cookies', 'openbook.locale'])
    })
  })
}

test('[WBP-06] every cookie that is set stands in the list with its lifetime, and clearing works', async ({
  page,
  baseURL,
}) => {
  for (const { key } of BRANDS) {
    await page.context().clearCookies()
    const seen = new Map<string, number>()
    page.on('response', async (response) => {
      for (const line of await response.headerValues('set-cookie')) {
        const [, name = '', age = ''] = /^([^=]+)=[^;]+;.*?max-age=(\d+)/i.exec(line) ?? []
        if (name && Number(age) > 0) seen.set(name, Number(age))
      }
    })
    const list = await readList(page, key)
    const accept = page.getByRole('main').getByRole('button', { name: 'Accept all' })
    if ((await accept.count()) > 0) {
      await accept.click()
      await expect(page.getByText('Your choice is kept.')).toBeVisible()
    }
    await page.goto(`/${key}/policy?campaign=autumn`)
    const answer = await page.request.post('/api/locale', {
      form: { locale: 'en', returnTo: '/' },
      headers: { origin: new URL(baseURL ?? '').origin },
      maxRedirects: 0,
    })
    const language = /^openbook\.locale=.*max-age=(\d+)/i.exec(answer.headers()['set-cookie'] ?? '')
    seen.set('openbook.locale', Number(language?.[1]))
    for (const [name, age] of seen) expect(list.get(name)?.seconds, `${name} of ${key}`).toBe(age)
    for (const [name, { kind }] of list)
      if (kind === 'Statistics' || kind === 'Advertising') expect([...seen.keys()], key).toContain(name)

    for (const [name, { here }] of await readList(page, key))
      expect([name, here]).toEqual([name, (await names(page)).includes(name) ? 'Set' : 'Not set'])
    await page.getByRole('button', { name: 'Clear cookies' }).click()
    await expect(page.getByText('The cookies are cleared.')).toBeVisible()
    expect(await names(page)).toEqual([])
    page.removeAllListeners('response')
  }
})

test('what is counted is shown to the browser, and goes with the cookie', async ({ page }) => {
  await page.goto('/wellborne-plus/cookies')
  await page.getByRole('main').getByRole('button', { name: 'Accept all' }).click()
  await expect(page.getByText('Your choice is kept.')).toBeVisible()
  await page.goto('/wellborne-plus/policy')
  await page.goto('/wellborne-plus/policy')
  await expect(async () => {
    await page.goto('/wellborne-plus/cookies')
    const row = page.getByRole('row', { name: /^\/policy/ })
    await expect(row.getByRole('cell')).toHaveText('2', { timeout: 500 })
  }).toPass()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Clear cookies' }).click()
  await expect(page.getByText('The cookies are cleared.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What is counted in this browser' })).toHaveCount(0)
})

for (const [header, said] of [
  ['Sec-GPC', 'Your browser sends Global Privacy Control'],
  ['DNT', 'Your browser sends Do Not Track'],
] as const) {
  test(`[WBP-08] ${header}: 1 turns everything optional off, also what was allowed before, and the page says so`, async ({
    page,
  }) => {
    await page.goto('/wellborne-plus/cookies')
    await page.getByRole('main').getByRole('button', { name: 'Accept all' }).click()
    await expect(page.getByText('Your choice is kept.')).toBeVisible()
    await page.setExtraHTTPHeaders({ [header]: '1' })
    await page.goto('/wellborne-plus/purposes')
    await expect(question(page)).toHaveCount(0)
    await page.goto('/wellborne-plus/cookies')
    const main = page.getByRole('main')
    await expect(main).toContainText(said)
    await expect(main).toContainText('nothing about you is sold or shared for advertising')
    await expect(main.getByRole('button', { name: 'Accept all' })).toHaveCount(0)
    await expect(main.getByRole('row', { name: /^\/purposes/ })).toHaveCount(0)
    const told = await page.request.get('/.well-known/gpc.json')
    expect(await told.json()).toEqual({ gpc: true, lastUpdate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
  })
}
