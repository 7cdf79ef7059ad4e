import { z } from 'zod'
import type { ProfileField } from '#lib/brands/index.ts'
import { seal, unseal } from '#lib/platform/crypto/index.ts'

const Values = z.record(z.string(), z.string())
export type ProfileValues = Readonly<Record<string, string>>

interface StoredProfile {
  readonly fields: unknown
  readonly sealed: Uint8Array | null
}

/** Everything in a profile, sealed fields among it. */
export function openProfile(subject: string, stored: StoredProfile | null): ProfileValues {
  if (!stored) return {}
  const plain = Values.safeParse(stored.fields)
  const hidden = stored.sealed ? Values.parse(JSON.parse(unseal(stored.sealed, contextOf(subject)))) : {}
  return { ...(plain.success ? plain.data : {}), ...hidden }
}

/** The values as they are stored: what the manifest calls sensitive is sealed. */
export function closeProfile(subject: string, declared: readonly ProfileField[], values: ProfileValues) {
  const sensitive = new Set(declared.filter((field) => field.sensitive).map(({ key }) => key))
  const entries = Object.entries(values).filter(([, value]) => value !== '')
  const hidden = entries.filter(([key]) => sensitive.has(key))
  return {
    fields: Object.fromEntries(entries.filter(([key]) => !sensitive.has(key))),
    sealed: hidden.length > 0 ? seal(JSON.stringify(Object.fromEntries(hidden)), contextOf(subject)) : null,
  }
}

function contextOf(subject: string): string {
  return `profile ${subject}`
}
