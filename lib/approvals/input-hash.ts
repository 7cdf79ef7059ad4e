import { sha256 } from '#lib/platform/crypto/index.ts'

/** What exactly is to be done. */
export interface AskedFor {
  readonly brand: string
  readonly kind: string
  readonly permission: string
  readonly input: unknown
}

/** The digest of what was asked for: the same values give the same one, in whatever order their names stand. */
export function inputHash({ brand, kind, permission, input }: AskedFor): Buffer<ArrayBuffer> {
  return sha256(canonical({ brand, kind, permission, input }))
}

/** JSON with its names in order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  )
}
