import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { correctBirthDate, correctIdentifier } from '#lib/identity/index.ts'
import { isDuplicate } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { answering } from '../handling/answering.ts'
import { lockRequest, moveRequest } from '../move-request.ts'
import { type ExplainedStep, LOCKED_FIELDS } from '../schema.ts'
import { unsealText } from '../sealed-text.ts'
import { needsProof } from './locked-fields.ts'

/**
 * Decides that the correction of a locked field is right: the value changes and the request is answered, both or
 * neither (ENB-06, WBP-15). To refuse it is to refuse the request.
 * @throws Refusal `requests.not_found`, `requests.nothing_to_correct`, `requests.value_unproven` while nobody has shown
 *   that the new number or address reaches them, `requests.value_taken`, `requests.not_now`, `requests.over`
 */
export async function acceptCorrection(
  grant: Grant<'requests:correct'>,
  { request, text }: ExplainedStep,
): Promise<void> {
  try {
    await inScope(grant, async (tx) => {
      const held = await lockRequest(tx, grant, request)
      await moveRequest(tx, grant, held, answering(grant, text))
      const row = await tx.rightsRequest.findFirst({
        where: { id: request, brand: grant.brand },
        select: { field: true, sealedValue: true, valueProvenAt: true },
      })
      const field = LOCKED_FIELDS.find((locked) => locked === row?.field)
      const value = unsealText('rights_request value', request, row?.sealedValue ?? null)
      if (!field || !value || !held.subjectId) throw new Refusal('requests.nothing_to_correct')
      if (needsProof(getManifest(grant.brand), field) && !row?.valueProvenAt)
        throw new Refusal('requests.value_unproven')
      const whose = { brand: held.brand, subject: held.subjectId }
      if (field === 'birth_date') await correctBirthDate(tx, grant, whose, value)
      else await correctIdentifier(tx, grant, whose, { kind: field, value })
    })
  } catch (fault) {
    throw isDuplicate(fault) ? new Refusal('requests.value_taken') : fault
  }
}
