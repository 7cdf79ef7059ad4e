import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { consentByGiving } from '#lib/consents/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import { plainText } from '#lib/platform/plain-text.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { profileEdited } from './events.ts'
import { editableFields, profileFaults } from './profile-faults.ts'
import { closeProfile, openProfile, type ProfileValues } from './profile-values.ts'
import type { EditProfile } from './schema.ts'

/**
 * Changes the fields that the input names and the manifest declares; anything else in it is ignored. Sensitive fields
 * are sealed. Recorded is which fields changed, not to what. Where all of it is optional, giving something is consent to
 * what it is for; `shownIn` is the language in which that stood beside the form, the account's where it is not said.
 * @throws Refusal for the first field to be mended; `consents.by_person`
 */
export async function editProfile(grant: Grant<'profile:edit'>, input: EditProfile, shownIn?: Locale): Promise<void> {
  const { profileFields, categories } = getManifest(grant.brand)
  const declared = editableFields(profileFields)
  const [fault] = profileFaults(declared, input)
  if (fault) throw new Refusal(fault.code, { field: fault.field })
  const subject = subjectOf(grant)
  await inScope(grant, async (tx) => {
    const before = openProfile(subject, await tx.profile.findUnique({ where: { subjectId: subject } }))
    const wanted = Object.fromEntries(
      declared.flatMap(({ key }) => {
        const value = input[key]
        return typeof value === 'string' ? [[key, plainText(value)]] : []
      }),
    )
    const changed = changedKeys(before, wanted)
    if (changed.length === 0) return
    const category = categories.find(({ shape }) => shape === 'profile')
    if (category && changed.some((key) => wanted[key])) await consentByGiving(tx, grant, category, shownIn)
    const data = { ...closeProfile(subject, profileFields, { ...before, ...wanted }), updatedAt: clock.now() }
    await tx.profile.upsert({
      where: { subjectId: subject },
      create: { subjectId: subject, brand: grant.brand, ...data },
      update: data,
      select: { subjectId: true },
    })
    await audit.record(tx, grant, profileEdited(changed))
  })
}

function changedKeys(before: ProfileValues, wanted: ProfileValues): string[] {
  return Object.keys(wanted).filter((key) => wanted[key] !== (before[key] ?? ''))
}
