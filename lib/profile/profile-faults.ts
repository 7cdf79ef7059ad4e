import { z } from 'zod'
import { findManifest, type ProfileField } from '#lib/brands/index.ts'
import { writtenDay } from '#lib/platform/calendar/written-day.ts'
import { plainText } from '#lib/platform/plain-text.ts'
import type { RefusalCode } from '#lib/platform/refusal.ts'
import { COUNTRY_CODES, type EditProfile } from './schema.ts'

export interface ProfileFault {
  readonly field: string
  readonly code: RefusalCode
}

/** What must be mended before a profile can be saved, field by field, as the manifest declares them. */
export function profileFaults(declared: readonly ProfileField[], input: EditProfile): ProfileFault[] {
  return declared.flatMap((field) => {
    const value = input[field.key]
    const code = value === undefined ? null : fieldFault(field, typeof value === 'string' ? plainText(value) : null)
    return code ? [{ field: field.key, code }] : []
  })
}

function fieldFault(field: ProfileField, value: string | null): RefusalCode | null {
  if (value === null) return 'web.field_wrong'
  if (value === '') return field.required ? 'web.field_missing' : null
  if ([...value].length > field.maxLength) return 'web.field_too_long'
  if (field.kind === 'country') return COUNTRY_CODES.includes(value) ? null : 'profile.country'
  if (field.kind === 'date') return writtenDay().safeParse(value).success ? null : 'profile.date'
  return null
}

/** The form of a profile, with each field that wants mending. */
export const ProfileForm = z.looseObject({ brand: z.string() }).superRefine(({ brand, ...input }, context) => {
  for (const { field, code } of profileFaults(editable(brand), input))
    context.addIssue({ code: 'custom', path: [field], message: code })
})

function editable(brand: string): ProfileField[] {
  return editableFields(findManifest(brand)?.profileFields ?? [])
}

/** Pictures come by a way of their own. */
export function editableFields(declared: readonly ProfileField[]): ProfileField[] {
  return declared.filter(({ kind }) => kind !== 'image')
}
