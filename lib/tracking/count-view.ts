import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'

/** Counts one page read by a browser that agreed to statistics. The caller has checked that it did. */
export async function countView(
  grant: Grant<'tracking:count'>,
  { visitor, page }: { readonly visitor: string; readonly page: string },
): Promise<void> {
  const day = new Date(`${localDay(clock.now(), getManifest(grant.brand).zone)}T00:00:00Z`)
  await inScope(
    grant,
    (tx) => tx.$executeRaw`
      INSERT INTO page_view AS v (brand, visitor, page, day) VALUES (${grant.brand}, ${sha256(visitor)}, ${page}, ${day}::date)
      ON CONFLICT (brand, visitor, page, day) DO UPDATE SET views = v.views + 1`,
  )
}

/** Counts an arrival by an advertisement, or a sign-up after one, of a browser that agreed to that. */
export async function countCampaign(
  grant: Grant<'tracking:count'>,
  { campaign, event }: { readonly campaign: string; readonly event: 'arrival' | 'sign_up' },
): Promise<void> {
  const day = new Date(`${localDay(clock.now(), getManifest(grant.brand).zone)}T00:00:00Z`)
  await inScope(
    grant,
    (tx) => tx.$executeRaw`
      INSERT INTO campaign_count AS c (brand, campaign, day, event) VALUES (${grant.brand}, ${campaign}, ${day}::date, ${event})
      ON CONFLICT (brand, campaign, day, event) DO UPDATE SET count = c.count + 1`,
  )
}

/** A path as it is counted: the brand's place and no more, so that no id, token or search is ever kept. */
export function countedPage(path: string): string {
  const places = path.split('/').slice(2, 5)
  return `/${places.map((place) => (/^[a-z-]{1,24}$/.test(place) ? place : '…')).join('/')}`
}

/** A campaign as an address may name it (`?campaign=spring-26`); null for anything else. */
export function campaignIn(written: string | null | undefined): string | null {
  return written && /^[a-z0-9-]{1,40}$/.test(written) ? written : null
}
