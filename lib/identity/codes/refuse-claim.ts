import { Refusal } from '#lib/platform/refusal.ts'

/** Says why a code did not fit; after the transaction that counted the attempt. */
export function refuseClaim(kind: 'wrong' | 'gone'): never {
  throw new Refusal(kind === 'wrong' ? 'identity.code_wrong' : 'identity.code_gone', { field: 'code' })
}
