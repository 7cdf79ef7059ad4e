import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { decisionAfter, oneAtATime, recordDecision } from '#lib/consents/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { deviceUseSwitched } from './events.ts'
import { noticeOfUse } from './notice-of-use.ts'
import type { PermitUse } from './schema.ts'

/**
 * Allows or forbids one use of one permission on one phone (ENB-08, WBP-04), and writes it into the record of consents
 * with the words that stood beside the switch (WBP-17). Off until it is allowed; the same answer twice writes nothing.
 * @throws Refusal `devices.not_found` for a phone that is not the person's, or a use that the brand does not declare,
 *   `consents.text_changed` where the text shown is not the text of today
 */
export async function permitUse(grant: Grant<'devices:permit'>, input: PermitUse): Promise<void> {
  const { deviceId, permission, use, locale } = input
  const declared = getManifest(grant.brand).permissions.find(({ key }) => key === permission)
  const notice = declared && noticeOfUse(declared, use, locale)
  if (!notice) throw new Refusal('devices.not_found')
  if (input.shown && input.shown !== notice.hash.toString('hex')) throw new Refusal('consents.text_changed')
  const granted = input.wanted === 'on'
  await inScope(grant, async (tx) => {
    const of = { brand: grant.brand, subjectId: subjectOf(grant) }
    await oneAtATime(tx, of.subjectId)
    const phone = await tx.device.findFirst({
      where: { ...of, id: deviceId, kind: 'phone', revokedAt: null },
      select: { id: true },
    })
    if (!phone) throw new Refusal('devices.not_found')
    const key = { ...of, deviceId, permission, use }
    const before = await tx.devicePermission.findUnique({
      where: { brand_subjectId_deviceId_permission_use: key },
      select: { granted: true },
    })
    if ((before?.granted ?? false) === granted) return
    await tx.devicePermission.upsert({
      where: { brand_subjectId_deviceId_permission_use: key },
      create: { ...key, granted, changedAt: clock.now() },
      update: { granted, changedAt: clock.now() },
      select: { id: true },
    })
    await audit.record(tx, grant, deviceUseSwitched(deviceId, permission, use, granted))
    const decision = decisionAfter(before?.granted ? 'granted' : before ? 'withdrawn' : undefined, granted)
    if (!decision) return
    const purpose = `use:${permission}.${use}`
    await recordDecision(tx, grant, { purpose, deviceId, decision, locale, words: notice, tell: [] })
  })
}
