import pg from 'pg'
import { DEMO_PASSWORD } from '#prisma/seed/accounts.ts'
import { expect, test, WAYS } from './fixtures.ts'
import { signInStaff } from './people.ts'
import { databaseUrl } from './portal.ts'

/** Minutes go by since somebody of the staff last proved who they are, or did anything at all. */
async function letPass(name: string, column: 'authenticated_at' | 'last_seen_at', minutes: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  await client.query(
    `UPDATE session SET ${column} = ${column} - make_interval(mins => $2)
     FROM staff_member m WHERE m.id = staff_id AND m.account_name = $1`,
    [name, minutes],
  )
  await client.end()
}

for (const { way, scripts } of WAYS) {
  test.describe(way, () => {
    test.use({ javaScriptEnabled: scripts })

    test(`${way}: a form that is sent too late comes back as it was, once its sender proved who they are`, async ({
      page,
    }) => {
      const reason = `A register for the yearly inspection, ${way}, ${Date.now()}`
      const order = '/staff/bulk-exports?brand=we-lock'
      await signInStaff(page, 'dev.data')
      await page.goto(order)
      await letPass('dev.data', 'authenticated_at', 6)
      await page.getByLabel('What', { exact: true }).selectOption({ index: 2 })
      const chosen = await page.getByLabel('What', { exact: true }).inputValue()
      await page.getByRole('radio').last().check()
      await page.getByLabel('Reason for your colleague').fill(reason)
      const send = page.getByRole('main').locator('form', { hasText: 'Reason for your colleague' }).getByRole('button')
      await send.click()
      await expect(page).toHaveURL(`/staff/confirm?next=${encodeURIComponent(order)}`)
      await page.getByLabel('Password').fill(DEMO_PASSWORD)
      await page.getByRole('main').getByRole('button').click()
      await expect(page).toHaveURL(order)
      await expect(page.getByRole('status').filter({ hasText: 'What you typed is still here.' })).toBeVisible()
      await expect(page.getByLabel('What', { exact: true })).toHaveValue(chosen)
      await expect(page.getByRole('radio').last()).toBeChecked()
      await expect(page.getByLabel('Reason for your colleague')).toHaveValue(reason)
      await send.click()
      await expect(page).toHaveURL('/staff/approvals?done=asked')
      const card = page.getByRole('article').filter({ hasText: reason })
      await card.getByRole('button', { name: /back|withdraw/i }).click()
      await expect(page).toHaveURL('/staff/approvals?done=withdrawn')
      await page.goto(order)
      await expect(page.getByLabel('Reason for your colleague')).toHaveValue('')

      // The same where the whole session is over: signing in again leads back to the form.
      await page.getByLabel('Reason for your colleague').fill(reason)
      await letPass('dev.data', 'last_seen_at', 16)
      await send.click()
      await expect(page).toHaveURL(/\/staff\/sign-in\?/)
      await expect(page.getByText('what you typed is still there')).toBeVisible()
      await page.getByLabel('Staff name').fill('dev.data')
      await page.getByLabel('Password').fill(DEMO_PASSWORD)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page).toHaveURL(order)
      await expect(page.getByLabel('Reason for your colleague')).toHaveValue(reason)
    })
  })
}
