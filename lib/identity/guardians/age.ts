import type { Manifest } from '#lib/brands/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'

const OLDEST = 120

/** Whole years on a day; both as YYYY-MM-DD. Someone born on 29 February has their birthday on 1 March in other years. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1
}

/** Why the brand cannot take somebody born on this day; null when it can (LCK-01, WEA-15, ENB-15). */
export function ageFault(manifest: Manifest, birthDate: string): 'identity.birth_date' | AgeRefusal | null {
  const today = localDay(clock.now(), manifest.zone)
  const age = ageOn(birthDate, today)
  if (birthDate > today || age > OLDEST) return 'identity.birth_date'
  if (age < manifest.minimumAge) return 'identity.too_young'
  if (manifest.guardianBelow !== undefined && age < manifest.guardianBelow) return 'identity.guardian_needed'
  return null
}
type AgeRefusal = 'identity.too_young' | 'identity.guardian_needed'

/**
 * How a brand makes sure of the age: by the date of birth where its manifest declares that it keeps one, else by the
 * person's word, so that nothing undeclared is asked for (ECH-01).
 */
export function ageProof(manifest: Manifest): 'birth_date' | 'word' | 'none' {
  const registration = manifest.categories.find((category) => category.shape === 'registration')
  if (registration?.fields.some((field) => field.key === 'birth_date')) return 'birth_date'
  return manifest.minimumAge > 0 || manifest.guardianBelow !== undefined ? 'word' : 'none'
}
