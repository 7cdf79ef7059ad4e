import { v7 as uuid } from 'uuid'
import { type Grant, inScope, limitRate } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { addEntry } from './add-entry.ts'
import { contactIndex, requestToken, sealContact } from './contact.ts'
import { countRepeats } from './count-repeats.ts'
import { requestOpened } from './events.ts'
import type { OpenPublicRequest } from './schema.ts'
import { sealText } from './sealed-text.ts'

/** Mails to one address in a day: nobody's mailbox is filled from here. */
const PER_ADDRESS = { times: 5, minutes: 1440 }

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
  const { brand } = grant
  const ground = input.kind === 'deletion' ? (input.ground ?? '') : null
  if (ground !== null && !getManifest(brand).deletionGrounds.some(({ key }) => key === ground))
    throw new Refusal('requests.ground_missing', { field: 'ground' })
  const index = contactIndex(brand, input.email)
  await limitRate(`public request ${index.toString('hex')}`, PER_ADDRESS)
  const of = { id: uuid(), brand, subjectId: null }
  await inScope(grant, async (tx) => {
    await tx.rightsRequest.create({
      data: {
        ...of,
        kind: input.kind,
        state: 'identity_asked',
        ground,
        repeats: await countRepeats(tx, { brand, contactIndex: index }, input.kind),
        sealedText: sealText('rights_request', of.id, input.text),
        sealedContact: sealContact(of.id, input.email),
        contactIndex: index,
        locale,
        secretHash: sha256(requestToken(of.id)),
        openedAt: clock.now(),
      },
      select: { id: true },
    })
    await addEntry(tx, grant, of, { kind: 'opened' })
    await addEntry(tx, grant, of, { kind: 'identity_asked', tell: true })
    await audit.record(tx, grant, requestOpened(of.id, input.kind))
  })
}
