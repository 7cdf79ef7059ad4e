import { type Grant, inScope } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { cookieOf, maxAgeOf } from './cookie-choice.ts'

/** Deletes what was counted longer ago than the cookie lives, by whose number it was counted. */
export async function purgeViews(grant: Grant<'tracking:purge'>): Promise<void> {
  for (const brand of BRAND_KEYS) {
    const cookie = cookieOf(getManifest(brand), 'statistics')
    const before = new Date(clock.now().getTime() - (cookie ? maxAgeOf(cookie) : 0) * 1_000)
    await inScope(grant, (tx) => tx.pageView.deleteMany({ where: { brand, day: { lt: before } } }))
  }
}
