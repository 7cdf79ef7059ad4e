import { getManifest } from '#lib/brands/index.ts'
import type { ProviderKey } from './schema.ts'

/** A request to a provider before it is put on the wire. */
export interface Payload {
  readonly [key: string]: string | number | Payload | readonly (string | Payload)[]
}

/**
 * Lets a request out only if the brand's manifest names every field of it (`sends`), as dotted names of the wire.
 * @throws where it holds a field that is not declared: a promise would be broken, and that is a bug
 */
export function onlyDeclared<T extends Payload>(payload: T, sends: readonly string[]): T {
  const undeclared = fieldNames(payload).filter((name) => !sends.includes(name))
  if (undeclared.length > 0) throw new Error(`not declared for this recipient: ${undeclared.join(', ')}`)
  return payload
}

function fieldNames(payload: Payload, prefix = ''): string[] {
  return Object.entries(payload).flatMap(([key, value]) => {
    const name = `${prefix}${key}`
    const parts = Array.isArray(value) ? value : [value]
    return [...new Set(parts.flatMap((part) => (typeof part === 'object' ? fieldNames(part, `${name}.`) : [name])))]
  })
}

/** The complete list of fields that a brand declares for a provider: nothing else leaves for it (ENB-05, ENB-18). */
export function sendsTo(brand: string, provider: ProviderKey): readonly string[] {
  return getManifest(brand).recipients.find(({ key }) => key === provider)?.sends ?? []
}
