import { v7 as uuid } from 'uuid'
import { type Grant, inScope, limitRate } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { addEntry } from '../add-entry.ts'
import { countRepeats } from '../count-repeats.ts'
import { requestOpened } from '../events.ts'
import { findTwin } from '../find-twin.ts'
import type { RequestKind } from '../schema.ts'
import { sealText } from '../sealed-text.ts'
import { storeRequest } from '../store-request.ts'
import { contactIndex, requestToken, sealContact } from './contact.ts'

/** Messages to one address or number in a day: nobody's mailbox is filled from here. */
const PER_ADDRESS = { times: 5, minutes: 1440 }

/** A request that comes from outside an account. */
export interface FromOutside {
  readonly kind: RequestKind
  readonly text: string
  /** A mail address or a telephone number: where it is confirmed. */
  readonly contact: string
  readonly ground?: string | null
  readonly locale: Locale
  /** The authorised agent who asks for the person. */
  readonly agent?: RequestingAgent
}

export interface RequestingAgent {
  readonly id: string
  readonly name: string
  /** Its own number for the request. */
  readonly ref: string | null
  /** Where it wants to be told of each step. */
  readonly callback: string | null
}

/**
 * Stores a request whose asker is not known yet and sends them the link by which they say that it is theirs. Nothing runs
 * before it comes back. The same sent twice within minutes is one request; the link comes again.
 * @throws Refusal `web.rate_limited`
 */
export async function openFromOutside(
  grant: Grant<'requests:open-public' | 'agents:exercise'>,
  input: FromOutside,
): Promise<string> {
  const { brand } = grant
  const { kind, agent } = input
  const index = contactIndex(brand, input.contact)
  await limitRate(`public request ${index.toString('hex')}`, PER_ADDRESS)
  const of = { id: uuid(), brand, subjectId: null, agentId: agent?.id ?? null }
  return inScope(grant, async (tx) => {
    // An agent names each of its requests itself.
    const asked = { kind, text: input.text, ground: input.ground ?? null }
    const twin = agent ? null : await findTwin(tx, { brand, contactIndex: index }, asked)
    if (twin) {
      // Whoever sends it again after a while waits for a mail that did not come.
      if (twin.state === 'identity_asked' && twin.openedAt < clock.inMinutes(-1))
        await addEntry(tx, grant, { ...of, id: twin.id }, { kind: 'identity_asked', tell: true })
      return twin.id
    }
    await storeRequest(tx, {
      ...of,
      kind,
      state: 'identity_asked',
      ground: input.ground ?? null,
      repeats: await countRepeats(tx, { brand, contactIndex: index }, kind),
      sealedText: sealText('rights_request', of.id, input.text),
      sealedContact: sealContact(of.id, input.contact),
      contactIndex: index,
      locale: input.locale,
      secretHash: sha256(requestToken(of.id)),
      agentName: agent?.name ?? null,
      agentRequestRef: agent?.ref ?? null,
      agentCallback: agent?.callback ?? null,
      openedAt: clock.now(),
    })
    await addEntry(tx, grant, of, { kind: 'opened' })
    await addEntry(tx, grant, of, { kind: 'identity_asked', tell: true })
    await audit.record(tx, grant, requestOpened(of.id, kind))
    return of.id
  })
}
