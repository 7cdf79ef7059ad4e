import { v7 as uuid } from 'uuid'
import { type Grant, inScope } from '#lib/access/index.ts'
import { announce } from '#lib/announcements/index.ts'
import type { AnnouncementContent, SectionKey } from '#lib/announcements/schema.ts'
import { defineOperation } from '#lib/approvals/index.ts'
import { audit } from '#lib/audit/index.ts'
import { refuseIfEnding } from '#lib/brand-status/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { addDays, localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { isDuplicate } from '#lib/platform/database/index.ts'
import { LOCALES, translator } from '#lib/platform/i18n/index.ts'
import { countryName, dateFormat } from '#lib/platform/i18n/intl-formats.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { StartChange } from './schema.ts'

/** Days that people have at least to think about it. */
const DAYS_TO_ANSWER = 30
const SAID = ['happened', 'impact', 'advice', 'remedies'] as const satisfies SectionKey[]

/**
 * Tells everybody that another company is to answer for their data, and asks each whether they agree. Whoever says
 * nothing has not agreed.
 * @throws Refusal `controller_changes.open` while one is open, `controller_changes.too_soon`, `brands.ending`
 */
async function startChange(grant: Grant<'controller-changes:start'>, input: StartChange): Promise<void> {
  const { actor, approval, brand } = grant
  if (actor.kind !== 'staff' || !approval) throw new Error('a change of controller was about to be begun by one person')
  requireTime(brand, input.transferOn)
  const id = uuid()
  try {
    await inScope(grant, async (tx) => {
      await refuseIfEnding(tx, brand)
      const { controller, what, transferOn } = input
      await tx.controllerChange.create({
        data: {
          id,
          brand,
          approvalId: approval,
          controller,
          what,
          transferOn: new Date(`${transferOn}T00:00:00Z`),
          startedBy: actor.id,
          startedAt: clock.now(),
        },
        select: { id: true },
      })
      const content = contentOf(brand, input)
      await announce(tx, grant, { kind: 'controller_change', sourceId: id, content, audience: {} })
      await audit.record(tx, grant, { name: 'controller_change.started', target: id })
    })
  } catch (fault) {
    if (isDuplicate(fault)) throw new Refusal('controller_changes.open')
    throw fault
  }
}

function requireTime(brand: string, transferOn: string): void {
  const earliest = addDays(localDay(clock.now(), getManifest(brand).zone), DAYS_TO_ANSWER)
  if (transferOn < earliest)
    throw new Refusal('controller_changes.too_soon', { field: 'transferOn', days: DAYS_TO_ANSWER })
}

function contentOf(brand: string, { controller, what, transferOn }: StartChange): AnnouncementContent {
  const { name, controller: present } = getManifest(brand)
  const said = (key: 'title' | SectionKey) => {
    const words = LOCALES.map((locale) => {
      const day = new Date(`${transferOn}T00:00:00Z`)
      const values = {
        brand: name,
        present: present.name,
        next: controller.name,
        country: countryName(controller.country, locale),
        email: controller.email,
        what: what[locale],
        date: dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day),
      }
      return [locale, translator(locale, 'controller_changes.told')(key, values)] as const
    })
    return Object.fromEntries(words) as Record<(typeof LOCALES)[number], string>
  }
  return { title: said('title'), sections: SAID.map((key) => ({ key, text: said(key) })) }
}

/** Beginning a change of controller, once a colleague approves it. */
export const startChangeOperation = defineOperation({
  kind: 'controller_changes.start',
  permission: 'controller-changes:start',
  input: StartChange,
  async about(tx, { brand }, { controller, transferOn }) {
    requireTime(brand, transferOn)
    await refuseIfEnding(tx, brand)
    const open = await tx.controllerChange.count({ where: { brand, settledAt: null } })
    if (open > 0) throw new Refusal('controller_changes.open')
    return {
      summary: { name: controller.name, country: controller.country, transferOn },
      href: `/staff/controller-changes?brand=${brand}`,
    }
  },
  run: startChange,
})
