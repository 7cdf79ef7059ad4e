import type { Grant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { fromDecimalText, toDecimalText } from '#lib/platform/money/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { pauseClock } from '../answer-clock.ts'
import { handlerOf } from '../handling/handler-of.ts'
import { stepRequest } from '../move-request.ts'
import type { AskFee } from '../schema.ts'

/**
 * Marks a request as chargeable, for one of the grounds that the brand's policy knows, with the reason and the fee that
 * its person sees before going on (LCK-13). The clock stands still until they paid; asked once for a request.
 * @throws Refusal `requests.free_here`, `requests.not_repeated` where the same was never asked before,
 *   `requests.fee_form`, `requests.fee_high` above what the brand asks at most, `requests.fee_once`, `requests.fee_account` for people who have no account to pay with
 */
export async function askFee(grant: Grant<'requests:handle'>, input: AskFee): Promise<void> {
  const { requestFees, currencies } = getManifest(grant.brand)
  const [currency = ''] = currencies
  if (!requestFees?.grounds.includes(input.ground)) throw new Refusal('requests.free_here', { field: 'ground' })
  const feeMinor = fromDecimalText(input.amount, currency)
  if (feeMinor <= 0n) throw new Refusal('requests.fee_form', { field: 'amount' })
  const most = BigInt(requestFees.mostMinor)
  if (feeMinor > most)
    throw new Refusal('requests.fee_high', { field: 'amount', most: toDecimalText(most, currency), currency })
  await stepRequest(grant, input.request, (held) => {
    if (input.ground === 'frequency' && held.repeats === 0)
      throw new Refusal('requests.not_repeated', { field: 'ground' })
    if (held.feeMinor !== null) throw new Refusal('requests.fee_once')
    if (!held.subjectId) throw new Refusal('requests.fee_account')
    return {
      move: 'askFee',
      kind: 'fee_asked',
      words: input.text,
      tell: true,
      patch: {
        ...pauseClock(held),
        ...handlerOf(grant),
        feeMinor,
        feeCurrency: currency,
        feeGround: input.ground,
      },
    }
  })
}
