import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { claimAddressCode, refuseClaim, sendAddressCode, type Visitor } from '#lib/identity/index.ts'
import type { EnterCode } from '#lib/identity/schema.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { addEntry } from '../add-entry.ts'
import { requestMoved } from '../events.ts'
import { isOpen } from '../lifecycle.ts'
import { lockRequest } from '../move-request.ts'
import { LOCKED_FIELDS, type RequestStep } from '../schema.ts'
import { unsealText } from '../sealed-text.ts'
import { needsProof } from './locked-fields.ts'

type Prove = Grant<'requests:prove-value'>

/**
 * Sends a code to the new number or address that a correction asks for: it becomes a name of sign-in only once its
 * person has shown that it reaches them (ENB-06).
 * @returns the ticket under which the code is entered
 * @throws Refusal `requests.not_found`, `requests.nothing_to_prove`, `requests.over`, `web.rate_limited`
 */
export async function sendValueCode(grant: Prove, { request }: RequestStep, visitor: Visitor): Promise<string> {
  const { brand } = grant
  const { kind, value } = await inScope(grant, async (tx) => {
    const held = await lockRequest(tx, grant, request)
    if (!isOpen(held.state)) throw new Refusal('requests.over')
    const row = await tx.rightsRequest.findFirst({ where: { id: request, brand } })
    const field = LOCKED_FIELDS.find((locked) => locked === row?.field)
    const wanted = unsealText('rights_request value', request, row?.sealedValue ?? null)
    if (!field || field === 'birth_date' || !wanted || row?.valueProvenAt || !needsProof(getManifest(brand), field))
      throw new Refusal('requests.nothing_to_prove')
    return { kind: field, value: wanted }
  })
  return sendAddressCode(grant, { kind, value, request }, visitor)
}

/**
 * Takes the code that came back: staff can decide from then on.
 * @returns the request
 * @throws Refusal `identity.code_wrong`, `identity.code_gone`, `requests.over`
 */
export async function proveValue(grant: Prove, input: Pick<EnterCode, 'ticket' | 'code'>): Promise<string> {
  const done = await inScope(grant, async (tx) => {
    const claim = await claimAddressCode(tx, grant, input)
    if (typeof claim === 'string') return claim
    const held = await lockRequest(tx, grant, claim.request)
    if (!isOpen(held.state)) throw new Refusal('requests.over')
    await tx.rightsRequest.updateMany({
      where: { id: held.id, brand: held.brand },
      data: { valueProvenAt: clock.now() },
    })
    await addEntry(tx, grant, held, { kind: 'value_proven' })
    await audit.record(tx, grant, requestMoved(held.id, held.subjectId, 'value_proven'))
    return { request: held.id }
  })
  if (typeof done === 'string') return refuseClaim(done)
  return done.request
}
