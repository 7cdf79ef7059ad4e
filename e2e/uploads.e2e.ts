import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { BRANDS, expect, expectAccessible, test } from './fixtures.ts'

const [, , lock, wellborne] = BRANDS
if (!lock || !wellborne) throw new Error('there are five brands')

/** A photo as a telephone writes it, with a place in it. */
function photo(): Promise<Buffer> {
  const blank = { width: 640, height: 480, channels: 3, background: '#3366aa' } as const
  const place = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '48/1 51/1 24/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '2/1 21/1 8/1',
  }
  return sharp({ create: blank }).withExif({ IFD3: place }).jpeg().toBuffer()
}

async function choose(page: Page, label: string, name: string, buffer: Buffer) {
  await page.getByLabel(label, { exact: true }).setInputFiles({ name, mimeType: 'image/jpeg', buffer })
}

test.describe('pictures without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a photo is refused by its content, added, seen, freed of its place, downloaded and deleted', async ({
    ownPage,
  }) => {
    const { page } = await ownPage(lock)
    await page.goto('/we-lock/me/data/uploads')

    await test.step('a script that is called a photo is none', async () => {
      await choose(page, 'Photo', 'door.jpg', Buffer.from('<svg onload="alert(1)">'))
      await page.getByRole('button', { name: 'Add this photo' }).click()
      await expect(page.getByRole('alert').first()).toContainText('not a JPEG, PNG or WebP picture')
      await page.getByRole('button', { name: 'Add this photo' }).click()
      await expect(page.getByRole('alert').first()).toContainText('Fill this in')
    })

    await test.step('added with its place, which is hidden until it is asked for', async () => {
      await choose(page, 'Photo', 'Haustür.jpg', await photo())
      await page.getByLabel('Keep the place').check()
      await page.getByRole('button', { name: 'Add this photo' }).click()
      await expect(page.getByText('The photo was added.')).toBeVisible()
      await expect(page.getByRole('main')).not.toContainText('48.85667')
      await page.getByRole('button', { name: /^Reveal/ }).click()
      await expect(page.getByRole('main')).toContainText('48.85667, 2.35222')
    })

    await test.step('served as a picture that can run nothing, to its person alone', async () => {
      const address = (await page.getByRole('img', { name: 'Haustür.jpg' }).getAttribute('src')) ?? ''
      const small = await page.request.get(address)
      expect(small.headers()).toMatchObject({ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' })
      expect(small.headers()['content-security-policy']).toContain('sandbox')
      const saved = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Download the picture' }).click()
      expect((await saved).suggestedFilename()).toBe('Haustür.jpg')
      expect((await fetch(new URL(address, page.url()))).status).toBe(401)
    })

    await test.step('freed of its place, and deleted', async () => {
      await page.goto('/we-lock/me/data/uploads')
      await page.getByRole('button', { name: 'Take the place out' }).click()
      await expect(page.getByText('The place was taken out of the photo')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Take the place out' })).toBeHidden()
      await page.getByText('Delete', { exact: true }).first().click()
      await page.getByRole('button', { name: 'Delete the record' }).click()
      await expect(page.getByText('The record is deleted.')).toBeVisible()
      await expect(page.getByText('Nothing here')).toBeVisible()
    })
  })
})

test('[WBP-02] a picture of the profile is set, changed and removed', async ({ ownPage }) => {
  const { page } = await ownPage(wellborne)
  await page.goto('/wellborne-plus/me/profile')
  await choose(page, 'New picture', 'me.jpg', await photo())
  await page.getByRole('button', { name: 'Save this picture' }).click()
  await expect(page.getByText('The picture was saved.')).toBeVisible()
  const shown = page.getByRole('img', { name: 'Your picture' })
  await expect(shown).toBeVisible()
  const first = await shown.getAttribute('src')
  await expectAccessible(page)
  await choose(page, 'New picture', 'me.jpg', await photo())
  await page.getByRole('button', { name: 'Save this picture' }).click()
  await expect(shown).not.toHaveAttribute('src', first ?? '')
  await page.getByRole('button', { name: 'Remove the picture' }).click()
  await expect(page.getByText('The picture was removed.')).toBeVisible()
  await expect(shown).toBeHidden()
})
