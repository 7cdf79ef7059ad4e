import { z } from 'zod'
import { Refusal } from '#lib/platform/refusal.ts'

/**
 * The id in an address. What can be none is not found, like one that there is not.
 * @throws Refusal with the code given
 */
export function idIn(written: string | undefined, notFound: Refusal['code']): string {
  const { success, data } = z.uuid().safeParse(written)
  if (!success) throw new Refusal(notFound)
  return data
}
