import { BRANDS, expect, test, WAYS } from './fixtures.ts'

for (const { way, scripts } of WAYS) {
  test.describe(way, () => {
    test.use({ javaScriptEnabled: scripts })

    // Sixty devices an hour may be added from one address; with scripts two brands stand for all.
    for (const brand of scripts ? BRANDS.slice(0, 2) : BRANDS) {
      test(`${brand.name}: adds a device by number and one by code, renames and removes them`, async ({ ownPage }) => {
        const { page } = await ownPage(brand)
        const [first, second] = brand.units
        if (!first || !second) throw new Error(`${brand.name} has too few devices to add`)
        const devices = `/${brand.key}/me/devices`

        await test.step('an unknown number is refused and stays in its field', async () => {
          await page.goto(devices)
          await page.getByRole('link', { name: 'Add a device' }).first().click()
          await page.getByLabel('Code or number').fill('XX-000000')
          await page.getByLabel('Name (optional)').fill('Nowhere')
          await page.getByRole('button', { name: 'Add this device' }).click()
          await expect(page.getByRole('alert').first()).toContainText('There is no device with this code or number.')
          await expect(page.getByLabel('Code or number')).toHaveValue('XX-000000')
          await expect(page.getByLabel('Name (optional)')).toHaveValue('Nowhere')
        })

        await test.step('by number, in small letters too', async () => {
          await page.getByLabel('Code or number').fill(first.serial.toLowerCase())
          await page.getByLabel('Name (optional)').fill('By the door')
          await page.getByRole('button', { name: 'Add this device' }).click()
          await expect(page).toHaveURL(`${devices}?done=added`)
          await expect(page.getByText('The device was added.')).toBeVisible()
          await expect(page.getByRole('heading', { name: 'By the door' })).toBeVisible()
          await expect(page.getByRole('main')).toContainText(first.serial)
        })

        await test.step('by code', async () => {
          await page.goto(`${devices}/add`)
          await page.getByLabel('Code or number').fill(second.code)
          await page.getByRole('button', { name: 'Add this device' }).click()
          await expect(page).toHaveURL(`${devices}?done=added`)
          await expect(page.getByRole('heading', { name: second.model })).toBeVisible()
        })

        await test.step('what is bound cannot be added again', async () => {
          await page.goto(`${devices}/add`)
          await page.getByLabel('Code or number').fill(first.serial)
          await page.getByRole('button', { name: 'Add this device' }).click()
          await expect(page.getByRole('alert').first()).toContainText('bound to your account already')
        })

        await test.step('renames, and not to nothing', async () => {
          await page.goto(devices)
          await page.getByRole('link', { name: /Rename or remove.*By the door/ }).click()
          await page.getByLabel('Name').fill('   ')
          await page.getByRole('button', { name: 'Save the name' }).click()
          await expect(page.getByRole('alert').first()).toContainText('Fill this in.')
          await page.getByLabel('Name').fill('Küche 厨房 <b>')
          await page.getByRole('button', { name: 'Save the name' }).click()
          await expect(page.getByText('The name was saved.')).toBeVisible()
          await expect(page.getByRole('heading', { level: 1 })).toHaveText('Küche 厨房 <b>')
        })

        await test.step('removes both', async () => {
          await expect(page.getByText('It no longer belongs to your account')).toBeVisible()
          await page.getByRole('button', { name: 'Remove Küche 厨房 <b>' }).click()
          await expect(page).toHaveURL(`${devices}?done=removed`)
          await expect(page.getByRole('main')).not.toContainText(first.serial)
          await page.getByRole('link', { name: new RegExp(`Rename or remove.*${second.model}`) }).click()
          await page.getByRole('button', { name: `Remove ${second.model}` }).click()
          await expect(page.getByText('The device was removed.')).toBeVisible()
          await expect(page.getByText('No device yet')).toBeVisible()
        })
      })
    }
  })
}
