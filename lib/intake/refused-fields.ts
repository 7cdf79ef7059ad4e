import type { Manifest } from '#lib/brands/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { safeExcerpt } from './readers/row-problems.ts'

const MOST_NAMED = 5

/** A brand's promise that something is worked on by the phone and never sent to us. */
export type OnDeviceOnly = Manifest['onDeviceOnly'][number]

// Senders write `gpsLatitude` and `wifi-SSID` where the manifest writes `latitude` and `wifi_ssid`.
const bare = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** The promise that a name of a field or of a category would break, if any (ECH-04). */
export function promiseAgainst(manifest: Manifest, name: string): OnDeviceOnly | undefined {
  const wanted = bare(name)
  return manifest.onDeviceOnly.find(
    (entry) => bare(entry.key) === wanted || entry.refusedFields.some((field) => bare(field) === wanted),
  )
}

/** The refusal of fields that nobody declared; where one of them was promised never to be sent, it says that. */
export function undeclared(manifest: Manifest, names: readonly string[]): Refusal {
  const broken = names.filter((name) => promiseAgainst(manifest, name))
  const promise = broken[0] === undefined ? undefined : promiseAgainst(manifest, broken[0])
  if (promise) return new Refusal('intake.stays_on_device', { fields: listed(broken), promise: promise.key })
  return new Refusal('intake.undeclared_fields', { fields: listed(names) })
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => safeExcerpt(name, 60))
  return names.length > MOST_NAMED ? `${shown.join(', ')} …` : shown.join(', ')
}
