import { DEMO_RETURNING } from '#prisma/seed/accounts.ts'
import { brandOf } from './brands.ts'
import { BRANDS, expect, expectAccessibleElsewhere, test } from './fixtures.ts'
import { demoPerson, signIn } from './people.ts'

test.use({ javaScriptEnabled: false })

/** Everything open about a brand; each page by its heading. */
const OPEN_PAGES = {
  policy: /^Privacy policy, version /,
  purposes: 'What we use data for',
  recipients: 'Who receives data',
  data: 'What we hold and for how long',
  permissions: 'What the app may use on your phone',
  cookies: 'Cookies',
  contact: 'Contact and complaints',
} as const

for (const brand of BRANDS) {
  const promise = brand.key === 'we-app' ? '[WEA-05] ' : ''
  test(`${promise}${brand.name}: policy, purposes, recipients and retention without signing in`, async ({ page }) => {
    await page.goto(`/${brand.key}`)
    for (const [path, heading] of Object.entries(OPEN_PAGES)) {
      await page.goto(`/${brand.key}`)
      await page.getByRole('main').locator(`a[href="/${brand.key}/${path}"]`).click()
      await expect(page).toHaveURL(`/${brand.key}/${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    }

    await test.step('purposes: what is necessary apart from what is a choice, each with its consequence', async () => {
      await page.goto(`/${brand.key}/purposes`)
      const choice = page
        .locator('section')
        .filter({ has: page.getByRole('heading', { level: 2, name: 'Your choice' }) })
      await expect(choice.getByRole('heading', { level: 3 })).toHaveText([...brand.purposes])
      await expect(choice.getByText('If you say no')).toHaveCount(brand.purposes.length)
    })

    await test.step('recipients: each with its ground', async () => {
      await page.goto(`/${brand.key}/recipients`)
      for (const ground of ['Because you agree', 'Partners who work for us', 'Because the law asks for it'])
        await expect(page.getByRole('heading', { level: 2, name: ground })).toBeVisible()
      await expect(page.getByRole('article').filter({ hasText: 'PayPal' }).first()).toBeVisible()
    })

    await test.step('retention: how long, for every kind of data', async () => {
      await page.goto(`/${brand.key}/data`)
      await expect(page.getByRole('main').getByText('Kept until', { exact: true })).toHaveCount(brand.categories.length)
    })
  })

  test(`${brand.name}: each version of the policy at its own address`, async ({ page, request }) => {
    await page.goto(`/${brand.key}/policy`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Privacy policy, version ${brand.policy}`)
    await page.getByRole('link', { name: `Privacy policy, version ${brand.earlierPolicy}` }).click()
    await expect(page).toHaveURL(`/${brand.key}/policy/${brand.earlierPolicy}`)
    await expect(page.getByRole('main')).toContainText('This version is no longer in force.')
    const permalink = await page.goto(`/${brand.key}/policy/${brand.policy}`)
    expect(permalink?.status()).toBe(200)
    await expect(page.getByRole('main')).toContainText('In force')
    expect((await request.get(`/${brand.key}/policy/99`)).status()).toBe(404)
  })
}

test('[ENB-03] a version has an update time and an effective date, and a future one is announced', async ({ page }) => {
  const { key, policy } = brandOf('energybilling')
  await page.goto(`/${key}/policy`)
  const main = page.getByRole('main')
  await expect(main.locator('dt').filter({ hasText: 'Updated' })).toBeVisible()
  await expect(main.locator('dt').filter({ hasText: 'In effect from' })).toBeVisible()
  await expect(main.locator('dd time[datetime="2026-09-01"]')).toBeVisible()
  await expect(main.locator('dd time[datetime="2026-10-01"]')).toBeVisible()
  await expect(main).toContainText(`Privacy policy, version ${policy}`)
  await expect(main).toContainText('Version 3.0 takes effect on 15 January 2027')
  await main.getByRole('link', { name: 'Read version 3.0' }).click()
  await expect(main).toContainText('This version is not in force yet. It takes effect on 15 January 2027.')
  await expect(main.locator('dd time[datetime="2027-01-15"]')).toBeVisible()
})

test('[WBP-22] versions, their differences and their kind of change are public; only major ones ask again', async ({
  page,
}) => {
  await page.goto('/wellborne-plus/policy/versions')
  const main = page.getByRole('main')
  const version = (number: string) =>
    main.getByRole('listitem').filter({ has: page.getByRole('heading', { name: `version ${number}` }) })
  await expect(version('2.1')).toContainText('Small change · Does not ask again')
  await expect(version('2.0')).toContainText(
    'How the service works and what data is used, Who receives data and Your rights · Asks you again',
  )
  await expect(version('1.0')).toContainText('First version')
  await version('2.1').getByRole('link', { name: 'Compare with version 2.0' }).click()
  await expect(main.locator('ins')).toHaveCount(1)
  await expect(main.locator('ins')).toContainText('or “Your requests” in this portal')
  await page.getByLabel('Earlier version').selectOption('1.0')
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(page).toHaveURL('/wellborne-plus/policy/compare?from=1.0&to=2.1')
  await expect(main.locator('del').first()).toBeVisible()
  await page.goto('/wellborne-plus/policy/compare?from=9&to=2.1')
  await expect(main).toContainText('There is no such version.')
})

test('[LCK-12] each page of the policy names its feeds, and they lead to the permalinks', async ({ page }) => {
  for (const path of ['policy', 'policy/1.0', 'policy/versions']) {
    await page.goto(`/we-lock/${path}`)
    for (const [kind, type] of [
      ['atom', 'application/atom+xml'],
      ['json', 'application/feed+json'],
    ] as const) {
      const alternate = page.locator(`link[rel="alternate"][type="${type}"]`)
      await expect(alternate).toHaveAttribute('href', `/we-lock/policy/feed.${kind}?lang=en`)
      await expect(page.getByRole('link', { name: new RegExp(`^${kind} feed$`, 'i') })).toBeVisible()
    }
  }
  const atom = await page.request.get('/we-lock/policy/feed.atom?lang=en')
  expect(atom.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
  const entry = /<entry>\s*<id>([^<]+)<\/id>/.exec(await atom.text())?.[1] ?? ''
  expect((await page.goto(entry))?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy policy, version 2.0')
  const json = await page.request.get('/we-lock/policy/feed.json?lang=fr')
  expect(json.headers()['content-type']).toBe('application/feed+json; charset=utf-8')
  expect(await json.json()).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', language: 'fr' })
})

test('[WEA-17] whoever was away is asked before every page, with the difference and the ways out', async ({ page }) => {
  const weApp = brandOf('we-app')
  await signIn(page, demoPerson(weApp, DEMO_RETURNING), '/we-app/me/policy/agree?next=%2Fwe-app%2Fme')
  const main = page.getByRole('main')
  for (const place of ['', '/data', '/bills', '/choices', '/profile', '/policy']) {
    await page.goto(`/we-app/me${place}`)
    await expect(page).toHaveURL(`/we-app/me/policy/agree?next=${encodeURIComponent(`/we-app/me${place}`)}`)
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Version 2.0 asks for your agreement')
  await expect(main.getByRole('heading', { name: 'What changed since version 1.0, which you agreed to' })).toBeVisible()
  await expect(main.locator('ins').first()).toBeVisible()
  await expect(main.locator('del').first()).toBeVisible()
  await expect(main.getByRole('button', { name: 'I agree to version 2.0' })).toBeVisible()
  await expectAccessibleElsewhere(page)
  for (const [way, heading] of [
    ['Download your data', 'Take your data with you'],
    ['Make a request', 'Your requests'],
    ['Close your account', /./],
  ] as const) {
    await page.goto('/we-app/me/policy/agree')
    await main.getByRole('link', { name: way }).click()
    await expect(page).not.toHaveURL(/agree/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  }
})
