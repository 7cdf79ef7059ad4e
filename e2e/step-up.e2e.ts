import pg from 'pg'
import { DEMO_PASSWORD } from '#prisma/seed/accounts.ts'
import { expect, test, WAYS } from './fixtures.ts'
import { signInStaff } from './people.ts'
import { databaseUrl } from './portal.ts'

/** Six minutes go by since somebody of the staff last proved who they are. */
async function letProofGrowOld(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  await client.query(
    `UPDATE session SET authenticated_at = authenticated_at - interval '6 minutes'
     FROM staff_member m WHERE m.id = staff_id AND m.account_name = $1`,
    [name],
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
      await letProofGrowOld('dev.data')
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
    })
  })
}
