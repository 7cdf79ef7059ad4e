import { brandOf } from './brands.ts'
import { expect, sessionOf, test } from './fixtures.ts'

const lock = brandOf('we-lock')
test.use({ storageState: sessionOf(lock, 'neighbour') })

/** As a push service would give it: a point of the curve, a secret, and an address of a service that is sent to. */
const SUBSCRIPTION = {
  endpoint: 'https://fcm.googleapis.com/fcm/send/of-a-test',
  keys: { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) },
}

test('a browser is signed up for notices of arrears, listed, and taken off again', async ({ page }) => {
  // A browser without a window has no push service to ask; all but its answer is real.
  await page.addInitScript((subscription) => {
    Object.defineProperty(Notification, 'permission', { get: () => 'default' })
    Notification.requestPermission = async () => 'granted'
    PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey } = {}) => {
      if (!userVisibleOnly || !applicationServerKey) throw new Error('a push service asks for both')
      return { ...subscription, toJSON: () => subscription } as never
    }
  }, SUBSCRIPTION)
  await page.goto(`/${lock.key}/me/bills`)
  await page.getByRole('link', { name: 'Notices and reminders' }).click()
  await page.getByRole('button', { name: 'Get notices in this browser' }).click()
  await expect(page.getByRole('status')).toHaveText('This browser gets notices.')

  await page.reload()
  const browsers = page.getByRole('table', { name: 'Browsers that get notices' })
  await expect(browsers.locator('tbody tr')).toHaveCount(1)
  await expect(browsers).toContainText('Chrom')
  await browsers.getByRole('button', { name: /^Remove / }).click()
  await expect(browsers).toBeHidden()
})
