import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { drawCode } from '#lib/testing/draw-code.ts'
import { DEMO_API_KEYS } from '#prisma/seed/accounts.ts'
import { BROWSERS_WITH_A_CAMERA } from '../scripts/ensure-browser.ts'
import { BRANDS, expect, expectAccessible, test } from './fixtures.ts'
import { newcomer, signUp } from './people.ts'
import { DATA_FOLDER, ORIGIN } from './portal.ts'

const [charge] = BRANDS
if (!charge) throw new Error('there are five brands')
const ADD = '/we-e-charge/me/devices/add'

/** A charger that has just left the factory, with what its label says. */
async function newCharger(): Promise<{ serial: string; code: string }> {
  const serial = `SN-${Date.now().toString(36).toUpperCase()}`
  const answer = await fetch(`${ORIGIN}/api/v1/intake/we-e-charge/units`, {
    method: 'POST',
    headers: { authorization: `Bearer ${DEMO_API_KEYS['we-e-charge']?.text}`, 'content-type': 'application/json' },
    body: JSON.stringify({ units: [{ kind: 'charger', serial, model: 'Wallbox Go 11' }] }),
  })
  const { results } = (await answer.json()) as { results: { code: string }[] }
  return { serial, code: results[0]?.code ?? '' }
}

/** What a camera sees, over and over: one picture as uncompressed video (YUV4MPEG2). */
async function filmOf(picture: Buffer): Promise<string> {
  const [width, height] = [640, 480]
  const grey = await sharp(picture).resize(width, height, { fit: 'cover' }).greyscale().raw().toBuffer()
  const frame = Buffer.concat([Buffer.from('FRAME\n'), grey, Buffer.alloc((width * height) / 2, 128)])
  const path = join(process.cwd(), DATA_FOLDER, `film-${Date.now()}.y4m`)
  await writeFile(
    path,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]),
  )
  return path
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a charger is added from a picture of its QR code, and refused with the reason', async ({ page }) => {
    await signUp(page, newcomer(charge))
    const { serial, code } = await newCharger()
    const choose = async (text: string) => {
      await page.goto(ADD)
      const picture = { name: 'label.jpg', mimeType: 'image/jpeg', buffer: await drawCode(text) }
      await page.getByLabel('Picture of the QR code').setInputFiles(picture)
      await page.getByRole('button', { name: 'Add by this picture' }).click()
    }
    await choose(code.replace(serial, 'SN-204817'))
    await expect(page.getByRole('alert').first()).toContainText('forged or damaged')
    await choose(code)
    await expect(page.getByText('The device was added.')).toBeVisible()
    await expect(page.getByRole('main')).toContainText(serial)
    await choose(code)
    await expect(page.getByRole('alert').first()).toContainText('bound to your account already')
  })
})

test('[ECH-05] a charger is bound with the camera; who refuses it is told what is lost and types the number', async ({
  page: own,
  playwright,
}) => {
  await signUp(own, newcomer(charge))
  const state = await own.context().storageState()
  const { serial, code } = await newCharger()
  const film = await filmOf(await drawCode(code))
  const executablePath = [...BROWSERS_WITH_A_CAMERA, playwright.chromium.executablePath()].find((path) =>
    existsSync(path),
  )
  const browser = await playwright.chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
  })
  const context = await browser.newContext({ baseURL: ORIGIN, storageState: state })
  const page = await context.newPage()

  await test.step('refused: scanning is lost, the rest is not', async () => {
    await page.goto(ADD)
    await page.getByRole('button', { name: 'Scan with the camera' }).click()
    await expect(page.getByText('You did not allow the camera.')).toBeVisible()
    await expect(page.getByText('Number, code and picture work without it.')).toBeVisible()
    await expect(page.getByLabel('Code or number')).toBeEditable()
    await expectAccessible(page)
  })

  await test.step('allowed: one picture of the code is enough', async () => {
    await context.grantPermissions(['camera'], { origin: ORIGIN })
    await page.reload()
    await page.getByRole('button', { name: 'Scan with the camera' }).click()
    await expect(page.locator('video')).toBeVisible()
    // Where the browser reads codes itself, there is nothing to press.
    const take = page.getByRole('button', { name: 'Take the picture' })
    await expect(async () => {
      if (await take.isVisible()) await take.click({ timeout: 1000 })
      await expect(page.getByText('The device was added.')).toBeVisible({ timeout: 4000 })
    }).toPass({ timeout: 30_000 })
    await expect(page.getByRole('main')).toContainText(serial)
  })
  await browser.close()
})
