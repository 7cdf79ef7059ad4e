import type { APIResponse, Page } from '@playwright/test'
import { BRANDS, expect, sessionOf, test, WAYS } from './fixtures.ts'
import { addresses, openPages } from './pages.ts'
import { confirmIdentity, newcomer, signIn, signOut, signUp } from './people.ts'
import { ORIGIN, PORTAL_PORT } from './portal.ts'

const [charge, weApp, lock] = BRANDS
if (!charge || !weApp || !lock) throw new Error('there are five brands')

const PAGE_HEADERS = {
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^strict-origin/,
  'permissions-policy': /camera=\(self\).*geolocation=\(\)/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cache-control': /no-store/,
  'content-security-policy': /frame-ancestors 'none'/,
} as const

function expectHeaders(answer: APIResponse | null): void {
  const headers = answer?.headers() ?? {}
  for (const [name, value] of Object.entries(PAGE_HEADERS))
    expect(headers[name], `${name} of ${answer?.url()}`).toMatch(value)
}

test('[WBP-12] each answer carries its headers: pages, errors, API, redirects', async ({ request }) => {
  const pages = [...openPages(charge), '/', '/staff/sign-in', '/we-e-charge/not-here', '/not-here', '/we-e-charge/me']
  for (const path of [...pages, '/api/health', '/api/v1/openapi.json', '/api/not-here', '/api/we-e-charge/exports/1'])
    expectHeaders(await request.get(path, { maxRedirects: 0 }))
})

test('scripts run by a nonce that is new for each page, and by nothing else', async ({ request }) => {
  const nonces = new Set<string>()
  for (const path of ['/we-e-charge', '/we-e-charge', '/we-e-charge/not-here']) {
    const answer = await request.get(path)
    const policy = answer.headers()['content-security-policy'] ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(nonce.length).toBeGreaterThanOrEqual(22)
    nonces.add(nonce)
    expect(/script-src ([^;]+)/.exec(policy)?.[1]).not.toMatch(/unsafe-(inline|eval)/)
    const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
  }
  expect(nonces.size).toBe(3)
})

test('programs find what they look for at its well-known address, and nothing where there is nothing', async ({
  request,
  ownPage,
}) => {
  const security = await request.get('/.well-known/security.txt')
  expect(security.headers()['content-type']).toBe('text/plain; charset=utf-8')
  const expires = Date.parse(/^Expires: (.*)$/m.exec(await security.text())?.[1] ?? '')
  expect(expires).toBeGreaterThan(Date.now() + 59 * 86_400_000)
  // A password manager asks for this one first, to know whether it can believe the answers.
  const nothing = '/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200'
  expect((await request.get(nothing)).status()).toBe(404)
  expect(await (await request.get('/robots.txt')).text()).toContain('Disallow: /api/')

  const stranger = await request.get('/.well-known/change-password')
  expect(await stranger.text()).toContain('href="/we-lock/me/profile/password"')
  const { page } = await ownPage(lock)
  await page.goto('/.well-known/change-password')
  expect(new URL(page.url()).pathname).toMatch(/^\/we-lock\/me\/(profile\/password|confirm)$/)
})

test.describe('forms', () => {
  test.use({ javaScriptEnabled: false })

  test('an Origin that is missing, null, foreign or forged by a forwarding header changes nothing', async ({
    ownPage,
  }) => {
    const { page } = await ownPage(weApp)
    await page.goto('/we-app/me/profile')
    await page.getByLabel('Nickname').fill('Before')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Your profile was saved.')).toBeVisible()
    const form = await fieldsOf(page)
    const claims: Record<string, string>[] = [
      {},
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { origin: `http://localhost:${PORTAL_PORT + 1}` },
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
      { origin: 'https://evil.example', forwarded: 'host=evil.example' },
    ]
    for (const headers of claims) {
      const answer = await page.request.post('/we-app/me/profile', {
        headers,
        multipart: { ...form, nickname: 'Changed' },
        maxRedirects: 0,
      })
      const told = JSON.stringify(headers)
      expect(answer.status(), told).not.toBe(303)
      if (answer.ok()) expect(await answer.text(), told).toContain('This form was not sent from this site')
      expectHeaders(answer)
    }
    await page.goto('/we-app/me/profile')
    await expect(page.getByLabel('Nickname')).toHaveValue('Before')

    await test.step('and the same form with the right Origin is taken', async () => {
      const answer = await page.request.post('/we-app/me/profile', {
        headers: { origin: ORIGIN },
        multipart: { ...form, nickname: 'After' },
        maxRedirects: 0,
      })
      expect(answer.status()).toBe(303)
      await page.goto('/we-app/me/profile')
      await expect(page.getByLabel('Nickname')).toHaveValue('After')
    })
  })

  test('plain routes refuse the same, and GET changes nothing', async ({ ownPage }) => {
    const { page } = await ownPage(weApp)
    for (const path of ['/api/auth/sign-out', '/api/locale']) {
      for (const origin of [undefined, 'null', 'https://evil.example']) {
        const headers = origin ? { origin, 'x-forwarded-host': 'evil.example' } : {}
        const answer = await page.request.post(path, {
          headers,
          form: { brand: 'we-app', locale: 'fr' },
          maxRedirects: 0,
        })
        expect(answer.status(), `${path} from ${origin}`).toBe(403)
      }
      expect((await page.request.get(path, { maxRedirects: 0 })).status(), path).toBe(405)
    }
    await page.goto('/we-app/me')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Hello')
  })
})

/** The hidden fields of the form that holds a nickname, as a browser without scripts would send them. */
async function fieldsOf(page: Page): Promise<Record<string, string>> {
  const inputs = page
    .locator('form')
    .filter({ has: page.getByLabel('Nickname') })
    .locator('input[type=hidden]')
  return Object.fromEntries(
    await inputs.evaluateAll((all) =>
      all.map((input) => [input.getAttribute('name'), input.getAttribute('value') ?? '']),
    ),
  )
}

test.describe('sessions', () => {
  test.use({ javaScriptEnabled: false })

  test('a cookie from before signing out opens nothing afterwards', async ({ page, openPage }) => {
    const person = newcomer(charge)
    await signUp(page, person)
    const before = await page.context().storageState()
    const cookie = before.cookies.find(({ name }) => name.endsWith('openbook.session'))
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    await signOut(page)
    await expect(page.getByText('You are signed out.')).toBeVisible()
    // For an hour it may keep a form that another tab sends, and opens nothing.
    const after = (await page.context().cookies()).find(({ name }) => name === cookie?.name)
    expect(after?.expires).toBeLessThanOrEqual(Date.now() / 1000 + 3_600)
    const thief = await openPage(before)
    await thief.goto('/we-e-charge/me')
    await expect(thief).toHaveURL(/\/we-e-charge\/sign-in\?next=/)
  })

  test('signing in and confirming give a new token each; the one before is refused', async ({ page, openPage }) => {
    const person = newcomer(charge)
    await signUp(page, person)
    await page.goto('/we-e-charge/me/confirm')
    const before = await page.context().storageState()
    await page.getByLabel('Your password').fill('not the password')
    await page.getByRole('button', { name: 'Confirm' }).click()
    await expect(page.getByRole('alert').first()).toContainText('This is not the password of your account.')
    await page.getByLabel('Your password').fill(person.password)
    await page.getByRole('button', { name: 'Confirm' }).click()
    await expect(page).toHaveURL('/we-e-charge/me')
    const old = await openPage(before)
    await old.goto('/we-e-charge/me')
    await expect(old).toHaveURL(/\/sign-in/)
  })

  test('another session is seen and ended from the list', async ({ page, openPage }) => {
    const person = newcomer(charge)
    await signUp(page, person)
    const elsewhere = await openPage()
    await signIn(elsewhere, person)
    await page.goto('/we-e-charge/me/account/sessions')
    const rows = page.getByRole('table', { name: 'Open sessions' }).locator('tbody tr')
    await expect(rows).toHaveCount(2)
    await rows.getByRole('button').click()
    await expect(page.getByText('The session was ended.')).toBeVisible()
    await elsewhere.goto('/we-e-charge/me')
    await expect(elsewhere).toHaveURL(/\/sign-in/)
  })

  test('whoever is not signed in is asked to, and comes back to where they wanted to go', async ({ page, request }) => {
    for (const path of ['', '/data', '/bills', '/choices', '/account/export', '/data/charging_sessions']) {
      const address = `/we-e-charge/me${path}`
      const answer = await request.get(address, { maxRedirects: 0 })
      expect(answer.status(), address).toBe(307)
      expect(answer.headers().location, address).toBe(`/we-e-charge/sign-in?next=${encodeURIComponent(address)}`)
    }
    for (const path of ['/staff', '/staff/support', '/staff/access'])
      expect((await request.get(path, { maxRedirects: 0 })).headers().location).toContain('/staff/sign-in?next=')
    const person = newcomer(charge)
    await signUp(page, person)
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:1',
    ]) {
      await signOut(page)
      await page.goto(`/we-e-charge/sign-in?next=${encodeURIComponent(next)}`)
      await signIn(page, person)
    }
  })
})

for (const { way, scripts } of WAYS) {
  test.describe(way, () => {
    test.use({ javaScriptEnabled: scripts })

    test(`${way}: a form is its own reader's, also when somebody else signs in in the same browser`, async ({
      ownPage,
      openPage,
    }) => {
      const { page } = await ownPage(weApp)
      const neighbour = await openPage(sessionOf(weApp, 'neighbour'))
      const signedIn = { own: await page.context().cookies(), other: await neighbour.context().cookies() }
      await page.goto('/we-app/me/profile')
      await neighbour.goto('/we-app/me/profile')
      const theirs = await neighbour.getByLabel('Nickname').inputValue()
      const typed = `Mine alone ${way}`
      const save = page.getByRole('button', { name: 'Save', exact: true })
      await page.getByLabel('Nickname').fill(typed)

      await page.context().addCookies(signedIn.other)
      await save.click()
      await expect(page.getByRole('alert').first()).toContainText('This page was opened for somebody else')
      // The tab still shows what was typed in it; a page of the other's shows nothing of it.
      await expect(page.getByLabel('Nickname')).toHaveValue(scripts ? typed : theirs)
      await neighbour.reload()
      await expect(neighbour.getByLabel('Nickname')).toHaveValue(theirs)

      await page.context().addCookies(signedIn.own)
      if (!scripts) {
        await page.goto('/we-app/me/profile')
        await page.getByLabel('Nickname').fill(typed)
      }
      await save.click()
      await expect(page.getByText('Your profile was saved.')).toBeVisible()
    })
  })
}

test.describe('what belongs to another person or another brand', () => {
  test.use({ javaScriptEnabled: false })

  test('is not found, whatever is asked for and however', async ({ openPage }) => {
    const mine = await openPage(sessionOf(charge))
    const device = await addresses(mine, '/we-e-charge/me/devices', /\/devices\/[0-9a-f-]{36}$/)
    const bills = await addresses(mine, '/we-e-charge/me/bills', /\/bills\/[0-9a-f-]{36}$/)
    const [bill = ''] = bills
    const paid = bills.at(-1) ?? ''
    await mine.goto(paid)
    const number = (await mine.getByRole('heading', { level: 1 }).textContent()) ?? ''
    const own = [device[0] ?? '', bill, paid, `${paid}/receipt`]
    for (const address of own) expect((await mine.request.get(address)).status(), address).toBe(200)

    const neighbour = await openPage(sessionOf(charge, 'neighbour'))
    const stranger = await openPage(sessionOf(weApp))
    for (const [who, address] of [
      ...own.map((address) => [neighbour, address] as const),
      ...own.map((address) => [stranger, address.replace('/we-e-charge/', '/we-app/')] as const),
    ]) {
      for (const headers of [{}, { RSC: '1' }, { RSC: '1', 'Next-Router-Prefetch': '1' }]) {
        const answer = await who.request.get(address, { headers, maxRedirects: 0 })
        const told = `${address} ${JSON.stringify(headers)}`
        if (!('RSC' in headers)) expect(answer.status(), told).toBe(404)
        expect(await answer.text(), told).not.toContain(number.replace('Bill ', ''))
      }
    }
    await expectSignInAsked(stranger, own)
  })

  test('nor is a finished export, nor a page of data by another brand’s session', async ({ openPage, ownPage }) => {
    const { page, person } = await ownPage(lock)
    await page.goto('/we-lock/me/confirm?next=%2Fwe-lock%2Fme%2Faccount%2Fexport')
    await confirmIdentity(page, person)
    await page.getByRole('button', { name: 'Make an export' }).click()
    await expect(page.getByRole('link', { name: 'Download the archive' })).toBeVisible({ timeout: 60_000 })
    const archive = (await page.getByRole('link', { name: 'Download the archive' }).getAttribute('href')) ?? ''
    const answer = await page.request.get(archive)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/)
    expectHeaders(answer)
    const fresh = await openPage()
    const other = newcomer(lock)
    await signUp(fresh, other)
    expect((await fresh.request.get(archive)).status()).toBe(404)
    expect((await fresh.request.get(archive.replace('we-lock', 'we-app'))).status()).toBeGreaterThanOrEqual(401)
    const nobody = await openPage()
    expect((await nobody.request.get(archive)).status()).toBe(401)
  })
})

/** A session of one brand is none in another. */
async function expectSignInAsked(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const answer = await page.request.get(path, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(307)
    expect(answer.headers().location, path).toContain('/we-e-charge/sign-in?next=')
  }
}
