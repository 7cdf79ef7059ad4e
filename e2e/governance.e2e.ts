import { expect, expectAccessibleElsewhere, test } from './fixtures.ts'
import { signInStaff } from './people.ts'

test.use({ javaScriptEnabled: false })

const TEXTS = ['title', 'happened', 'impact', 'measures', 'advice', 'remedies']
const LANGUAGES = ['en', 'zh-CN', 'fr']

test('an incident is recorded in three languages, those affected counted by query, and a colleague refuses to send it', async ({
  page,
  openPage,
}) => {
  const title = `A mailbox of We Lock was read ${Date.now()}`
  const reason = `The law asks for it without delay: ${title}`
  await signInStaff(page, 'sol.security')

  await test.step('what was typed stays when something is missing', async () => {
    await page.goto('/staff/incidents/we-lock/new')
    await page.getByLabel('Known since').fill('2026-11-20T09:30')
    await page.getByLabel('Confidentiality: somebody could read it').check()
    for (const text of TEXTS)
      for (const language of LANGUAGES)
        if (text !== 'remedies' || language !== 'fr') await page.locator(`[name="${text}_${language}"]`).fill(title)
    await page.getByRole('button', { name: 'Save the draft' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Write this in each language.')
    await expectAccessibleElsewhere(page)
    await expect(page.locator('[name="happened_zh-CN"]')).toHaveValue(title)
    await page.locator('[name="remedies_fr"]').fill(title)
    await page.getByRole('button', { name: 'Save the draft' }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByText(/\d+ hours? left|The time is over/).first()).toBeVisible()
  })

  await test.step('a query is counted before it is chosen', async () => {
    await page.getByLabel('Had a device of the kind').selectOption('lock')
    await page.getByRole('button', { name: 'Count', exact: true }).click()
    await expect(page.getByText(/^It would be [1-9]\d* (person|people)$/)).toBeVisible()
    await page.getByRole('button', { name: /^Choose / }).click()
    await expect(page.getByText('This is whom it touches.')).toBeVisible()
    await expectAccessibleElsewhere(page)
    const incident = page.url()
    await page.goto(`${new URL(incident).pathname}/edit`)
    await expectAccessibleElsewhere(page)
    await page.goto(incident)
  })

  await test.step('the report for the authority can be read', async () => {
    await page.getByRole('link', { name: 'Read or print it' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Report for the authority' })).toBeVisible()
    await expect(page.getByText('Clock of 72 hours')).toBeVisible()
    await expectAccessibleElsewhere(page)
    await page.goBack()
  })

  await test.step('telling people waits for a colleague, who refuses', async () => {
    await page.getByLabel('Reason for your colleague').fill(reason)
    await page.getByRole('button', { name: 'Ask to tell them' }).click()
    await expect(page).toHaveURL('/staff/approvals?done=asked')
    const colleague = await openPage()
    await signInStaff(colleague, 'dana.data')
    await colleague.goto('/staff/approvals')
    const card = colleague.getByRole('article').filter({ hasText: reason })
    await card.getByText('Refuse', { exact: true }).first().click()
    await card.getByLabel('Why not').fill('The text must first say what was read')
    await card.getByRole('button', { name: /^Refuse/ }).click()
    await expect(colleague.getByText('Refused. Nothing was done.')).toBeVisible()
    await page.goto('/staff/approvals')
    await expect(page.getByText('The text must first say what was read').first()).toBeVisible()
    expect((await page.request.get('/we-lock/announcements')).status()).toBe(200)
    await page.goto('/we-lock/announcements')
    await expect(page.getByText(title)).toHaveCount(0)
  })
})
