import type { Grant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { OpenPublicRequest } from '../schema.ts'
import { openFromOutside } from './open-from-outside.ts'

/**
 * Opens a request of somebody without an account (WEA-12), or the report of a child's account (WEA-15). A link goes to
 * the address; nothing runs before it comes back, and it stays the way to the request.
 * @throws Refusal `requests.ground_missing`, `web.rate_limited`
 */
export async function openPublicRequest(
  grant: Grant<'requests:open-public'>,
  input: OpenPublicRequest,
  locale: Locale,
): Promise<void> {
  const ground = input.kind === 'deletion' ? (input.ground ?? '') : null
  if (ground !== null && !getManifest(grant.brand).deletionGrounds.some(({ key }) => key === ground))
    throw new Refusal('requests.ground_missing', { field: 'ground' })
  await openFromOutside(grant, { ...input, contact: input.email, ground, locale })
}
