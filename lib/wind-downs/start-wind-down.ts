import { v7 as uuid } from 'uuid'
import { type Grant, inScope } from '#lib/access/index.ts'
import { announce } from '#lib/announcements/index.ts'
import type { AnnouncementContent, SectionKey } from '#lib/announcements/schema.ts'
import { defineOperation } from '#lib/approvals/index.ts'
import { audit } from '#lib/audit/index.ts'
import { refuseIfEnding } from '#lib/brand-status/index.ts'
import { getManifest, type Manifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { LOCALES, translator } from '#lib/platform/i18n/index.ts'
import { dateFormat } from '#lib/platform/i18n/intl-formats.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { StartWindDown } from './schema.ts'

const SAID = ['happened', 'impact', 'advice', 'remedies'] as const satisfies SectionKey[]

/**
 * Stops a brand: from this transaction on nothing is taken in and nobody signs up; people are told, and after the days
 * of grace every account is erased. It cannot be taken back.
 * @throws Refusal `brands.ending` where it has stopped already
 */
async function startWindDown(grant: Grant<'wind-downs:start'>): Promise<void> {
  const { actor, approval, brand } = grant
  if (actor.kind !== 'staff' || !approval) throw new Error('a brand was about to be wound down by one person')
  const manifest = getManifest(brand)
  const [id, eraseAfter] = [uuid(), clock.inDays(manifest.graceDays)]
  await inScope(grant, async (tx) => {
    await refuseIfEnding(tx, brand)
    await tx.windDown.create({
      data: { brand, id, approvalId: approval, startedBy: actor.id, startedAt: clock.now(), eraseAfter },
      select: { id: true },
    })
    const content = contentOf(manifest, eraseAfter)
    await announce(tx, grant, { kind: 'wind_down', sourceId: id, content, audience: {} })
    await enqueue(tx, 'wind-downs.schedule', { brand })
    await audit.record(tx, grant, { name: 'wind_down.started', target: id })
  })
}

function contentOf({ name, zone, controller }: Manifest, eraseAfter: Date): AnnouncementContent {
  const said = (key: 'title' | SectionKey) => {
    const words = LOCALES.map((locale) => {
      const date = dateFormat(locale, { dateStyle: 'long', timeZone: zone }).format(eraseAfter)
      const values = { brand: name, date, email: controller.email }
      return [locale, translator(locale, 'wind_downs.told')(key, values)] as const
    })
    return Object.fromEntries(words) as Record<(typeof LOCALES)[number], string>
  }
  return { title: said('title'), sections: SAID.map((key) => ({ key, text: said(key) })) }
}

/** Winding a brand down, once a colleague approves it. */
export const startWindDownOperation = defineOperation({
  kind: 'wind_downs.start',
  permission: 'wind-downs:start',
  input: StartWindDown,
  async about(tx, { brand }, { confirm }) {
    if (confirm !== brand) throw new Refusal('wind_downs.not_confirmed', { field: 'confirm' })
    await refuseIfEnding(tx, brand)
    const { name, graceDays } = getManifest(brand)
    return { summary: { brand: name, days: graceDays }, href: `/staff/wind-downs?brand=${brand}` }
  },
  run: startWindDown,
})
