import { DEMO_API_KEYS } from '#prisma/seed/accounts.ts'
import { brandOf } from './brands.ts'
import { expect, sessionOf, test } from './fixtures.ts'
import { confirmIdentity, signInStaff } from './people.ts'
import { PORTAL_PORT, standIn } from './portal.ts'

const app = brandOf('we-app')
const charge = brandOf('we-e-charge')
const plus = brandOf('wellborne-plus')
const energy = brandOf('energybilling')

test.use({ javaScriptEnabled: false })

test('[WEA-14] a switch counts at once, the recipient is told, and the person sees that it confirmed', async ({
  ownPage,
}) => {
  const { page } = await ownPage(app)
  await page.goto(`/${app.key}/me/choices/recipients`)
  const partner = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Kind Survey' }) })
  await expect(partner).toContainText('Gets nothing of you now')
  await page.goto(`/${app.key}/me/choices`)
  const surveys = page.locator('#surveys')
  const allow = surveys.getByRole('button', { name: /^Allow/ })
  await ((await allow.isVisible()) ? allow : surveys.getByRole('switch')).click()
  await page.goto(`/${app.key}/me/choices/recipients`)
  await expect(partner).toContainText('Gets data of you')
  await partner.getByRole('switch').click()
  await expect(partner).toContainText('You refused it.')
  await expect(partner.getByRole('switch')).not.toBeChecked()

  const told = page.getByRole('row').filter({ hasText: 'Kind Survey' })
  await expect(async () => {
    await page.goto(`/${app.key}/me/choices/deliveries`)
    await expect(told).toHaveCount(2)
    await expect(told.first()).toContainText('Confirmed')
    await expect(told.last()).toContainText(/Confirmed|Replaced/)
  }).toPass()
  const answer = await fetch(`${standIn('SANDBOX_RECIPIENTS_PORT')}/api/told?recipient=we-app/survey_partner`)
  expect(await answer.text()).toContain('consent.withdrawn')

  await test.step('and takes a receipt of it', async () => {
    await page.goto(`/${app.key}/me/choices/history`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the receipt: Kind Survey' }).first().click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^consent-receipt-.*\.jsonld$/)
  })
})

test.describe('told before it is done', () => {
  test.use({ storageState: sessionOf(plus) })

  test('[WBP-17] each of the four ways to withdraw shows its consequence before its control', async ({
    page,
    ownPage,
  }) => {
    const me = `/${plus.key}/me`
    const standsBefore = async (text: RegExp, control: ReturnType<typeof page.getByRole>) => {
      const [told, done] = [await page.getByText(text).first().boundingBox(), await control.first().boundingBox()]
      expect(told && done && told.y < done.y).toBe(true)
    }
    await page.goto(`${me}/data/website_visits`)
    await standsBefore(/If you refuse, your visits are not counted/, page.getByText('Delete all of it…'))
    await page.goto(`${me}/choices/permissions`)
    await standsBefore(/Charging still works/, page.getByRole('switch'))
    await page.goto(`${me}/choices`)
    await standsBefore(
      /Receipts and notices about your account still do/,
      page.locator('#marketing_mail').getByRole('switch'),
    )
    await expect(page.getByText('Withdrawing does not make wrong what was done before')).toBeVisible()

    const { page: own, person } = await ownPage(plus)
    await own.goto(`${me}/account/close`)
    if (own.url().includes('/confirm')) await confirmIdentity(own, person)
    const [told, done] = [
      own.getByText('All your consents are withdrawn'),
      own.getByRole('button', { name: 'Close my account' }),
    ]
    const [above, below] = [await told.boundingBox(), await done.boundingBox()]
    expect(above && below && above.y < below.y).toBe(true)
  })

  test('[WBP-21] the account shows where it is kept, and that a transfer waits for a yes', async ({ page }) => {
    for (const path of ['account', 'data']) {
      await page.goto(`/${plus.key}/me/${path}`)
      const place = page
        .locator('section')
        .filter({ has: page.getByRole('heading', { name: 'Where your data is kept' }) })
      await expect(place).toContainText('In mainland China')
      await expect(place).toContainText('Nothing leaves without your yes')
      await place.getByRole('link', { name: 'Change your choice' }).click()
      await expect(page.locator('#transfer_abroad')).toBeVisible()
    }
  })
})

test.describe('on the phone only', () => {
  test.use({ storageState: sessionOf(charge) })

  test('[ECH-04] location stays on the phone: the page says so, nothing is stored, the intake refuses it', async ({
    page,
  }) => {
    for (const path of [`/${charge.key}/permissions`, `/${charge.key}/me/choices/permissions`]) {
      await page.goto(path)
      const card = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Location' }) })
      await expect(card.first()).toContainText('Stays on the phone')
      await expect(card.first()).toContainText('it is never sent to us')
    }
    expect((await page.request.get(`/${charge.key}/me/data/location`)).status()).toBe(404)
    await page.goto(`/${charge.key}/me/data`)
    await expect(page.getByRole('heading', { name: 'Location', exact: true })).toHaveCount(0)
    const answer = await fetch(`http://localhost:${PORTAL_PORT}/api/v1/intake/${charge.key}/records`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${DEMO_API_KEYS[charge.key]?.text}` },
      body: JSON.stringify({
        records: [
          {
            id: 'place-1',
            category: 'location',
            subject: { ref: 'nobody' },
            occurredAt: '2026-11-01T10:00:00Z',
            fields: { latitude: 52.1, longitude: 9.3 },
          },
        ],
      }),
    })
    const text = await answer.text()
    expect(text).toContain('intake.stays_on_device')
    expect(text).toContain('never sent to us')
  })
})

test.describe('the register', () => {
  test.use({ storageState: sessionOf(energy) })

  test('[ENB-05] shows all seventeen SDKs with every field, and a switch for each that is not essential', async ({
    page,
  }) => {
    await page.goto(`/${energy.key}/recipients`)
    const sdks = page.getByRole('article').filter({ has: page.getByText('Software in the app (SDK)') })
    await expect(sdks).toHaveCount(17)
    const fields = [
      'Developer',
      'Package',
      'When it is used',
      'Permissions it uses',
      'What it does',
      'What it collects',
    ]
    for (const field of [...fields, 'Shared or on the phone', 'How data is protected', 'Website', 'Privacy policy'])
      await expect(sdks.filter({ has: page.getByText(field, { exact: true }) }), field).toHaveCount(17)
    await page.goto(`/${energy.key}/me/choices/recipients`)
    const mine = page.getByRole('article').filter({ has: page.getByText('Software in the app (SDK)') })
    await expect(mine.filter({ has: page.getByRole('switch') })).toHaveCount(11)
  })

  test('[ENB-16] nothing is transferred, and the person sees it', async ({ page, openPage }) => {
    await page.goto(`/${energy.key}/me/account`)
    await expect(page.getByText('Never leaves the country')).toBeVisible()
    await expect(page.getByText('the database itself refuses', { exact: false })).toBeVisible()
    const staff = await openPage()
    await signInStaff(staff, 'dana.data')
    await staff.goto(`/staff/transfers?brand=${energy.key}`)
    await expect(staff.getByText('EnergyBilling transfers nothing')).toBeVisible()
    await expect(staff.getByRole('button', { name: 'Mark for transfer' })).toHaveCount(0)
    await staff.goto('/staff/deliveries')
    await expect(staff.getByRole('heading', { level: 1, name: 'Recipients not reached' })).toBeVisible()
  })
})
