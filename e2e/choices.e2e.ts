import type { Locator, Page } from '@playwright/test'
import { type Brand, brandOf } from './brands.ts'
import { BRANDS, expect, sessionOf, test, WAYS } from './fixtures.ts'

/** What seeing and making choices proves of a brand's policy. */
const PROMISES: Readonly<Record<string, string>> = { 'we-e-charge': '[ECH-07] ', energybilling: '[ENB-07] [ENB-19] ' }

/** The card of a purpose. */
function purposeCard(page: Page, name: string): Locator {
  return page.getByRole('article').filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) })
}

for (const { way, scripts } of WAYS) {
  test.describe(way, () => {
    test.use({ javaScriptEnabled: scripts })

    for (const brand of scripts ? BRANDS.slice(0, 2) : BRANDS) {
      const title = 'every optional purpose with notice, refusal and consequence; on, off, and the record'
      // Nobody has decided anything only once: with scripts the same person has decided already.
      const promise = scripts ? '' : PROMISES[brand.key]
      test(`${promise ?? ''}${brand.name}: ${title}`, async ({ ownPage }) => {
        const { page } = await ownPage(brand)
        const choices = `/${brand.key}/me/choices`
        await page.goto(choices)
        await expect(page.getByRole('heading', { name: 'Needed for the service' })).toBeVisible()
        await seeEveryPurpose(page, brand)

        const [purpose = ''] = brand.purposes.slice(-1)
        await test.step('on, with the words of the record', async () => {
          const card = purposeCard(page, purpose)
          const allow = card.getByRole('button', { name: `Allow: ${purpose}` })
          await ((await allow.isVisible()) ? allow : card.getByRole('switch')).click()
          await expect(card.getByRole('switch')).toBeChecked()
          await expect(card).toContainText('Allowed on')
        })

        await test.step('off', async () => {
          const card = purposeCard(page, purpose)
          await card.getByRole('switch').click()
          await expect(card.getByRole('switch')).not.toBeChecked()
          await expect(card).toContainText('Withdrawn on')
        })

        await test.step('refuses all others, and the service goes on', async () => {
          for (const other of brand.purposes.slice(0, -1)) {
            const card = purposeCard(page, other)
            const refuse = card.getByRole('button', { name: `Refuse: ${other}` })
            if (await refuse.isVisible()) await refuse.click()
            await expect(card.getByRole('switch')).not.toBeChecked()
          }
          for (const path of ['', '/data', '/devices', '/bills', '/account'])
            expect((await page.goto(`/${brand.key}/me${path}`))?.status(), path).toBe(200)
        })

        await test.step('the history holds each decision with the words that stood beside it', async () => {
          await page.goto(choices)
          await page.getByRole('link', { name: 'What you decided, and when' }).click()
          const rows = page
            .getByRole('row')
            .filter({ has: page.getByRole('rowheader', { name: purpose, exact: true }) })
          await expect(rows.first()).toContainText('Withdrawn')
          await expect(rows.nth(1)).toContainText('Allowed')
          await rows.first().getByText('Show the words').click()
          await expect(rows.first().getByRole('paragraph')).toBeVisible()
        })
      })
    }
  })
}

async function seeEveryPurpose(page: Page, brand: Brand): Promise<void> {
  const optional = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: 'You decide' }) })
  await expect(optional.getByRole('heading', { level: 3 })).toHaveText([...brand.purposes])
  for (const purpose of brand.purposes) {
    const card = purposeCard(page, purpose)
    const consequence = await card.getByRole('paragraph').nth(1).textContent()
    expect(consequence?.length, `the consequence of refusing ${purpose}`).toBeGreaterThan(20)
    const notice = await card.getByRole('paragraph').first().textContent()
    expect(notice?.length, `the notice of ${purpose}`).toBeGreaterThan(30)
    // Either nothing was decided, which counts as no with yes and no weighing the same, or there is a switch.
    const undecided = card.getByText('You have not decided. That counts as no.')
    if (await undecided.isVisible())
      await expect(card.getByRole('button', { name: `Refuse: ${purpose}` })).toBeVisible()
    else await expect(card.getByRole('switch')).not.toBeChecked()
  }
}

test.describe('what the app may use on a phone', () => {
  const energy = brandOf('energybilling')
  test.use({ javaScriptEnabled: false, storageState: sessionOf(energy) })

  const GROUPS = { Android: 7, iOS: 3, HarmonyOS: 8 }

  test('[ENB-08] listed by operating system with purpose and switch, kept for each phone', async ({ page }) => {
    const path = '/energybilling/me/choices/permissions'
    await page.goto(path)
    const phones = page.getByRole('navigation', { name: 'Phone' }).getByRole('link')
    await expect(phones).toHaveCount(2)
    for (const [system, count] of Object.entries(GROUPS)) {
      await page.getByRole('navigation', { name: 'Operating system' }).getByRole('link', { name: system }).click()
      const groups = page.getByRole('main').getByRole('heading', { level: 2 })
      await expect(groups).toHaveCount(count)
      await expect(page.getByText('If you say no')).toHaveCount(count)
      expect(await page.getByRole('switch').count()).toBeGreaterThanOrEqual(count)
    }

    await test.step('a switch counts for one phone and not for the other', async () => {
      const addresses = await phones.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      const [one = '', other = ''] = addresses.map((href) => `${href}&system=ios`)
      const first = page.getByRole('switch').first()
      await page.goto(other)
      const before = await first.getAttribute('aria-checked')
      await page.goto(one)
      const was = (await first.getAttribute('aria-checked')) ?? 'false'
      const turned = was === 'true' ? 'false' : 'true'
      await first.click()
      await page.goto(one)
      await expect(first).toHaveAttribute('aria-checked', turned)
      await page.goto(other)
      await expect(first).toHaveAttribute('aria-checked', before ?? '')
      await page.goto(one)
      await first.click()
      await page.goto(one)
      await expect(first).toHaveAttribute('aria-checked', was)
    })
  })
})
