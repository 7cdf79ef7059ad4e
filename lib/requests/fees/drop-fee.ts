import { type Grant, inScope } from '#lib/access/index.ts'
import { cancelFeeBill } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { resumeClock } from '../answer-clock.ts'
import { handlerOf } from '../handling/handler-of.ts'
import { stepRequest } from '../move-request.ts'
import type { RequestStep } from '../schema.ts'

/**
 * Gives up a fee that was asked: the person owes nothing, and the clock goes on with the days that were left (LCK-13).
 * @throws Refusal `requests.not_found`, `requests.not_now`, `requests.over`
 */
export async function waiveFee(grant: Grant<'requests:handle'>, { request }: RequestStep): Promise<void> {
  await stepRequest(grant, request, (held) => ({
    move: 'waiveFee',
    kind: 'fee_waived',
    tell: true,
    patch: { ...resumeClock(held, getManifest(grant.brand)), ...handlerOf(grant) },
  }))
}

/**
 * Takes back the bill of a request that its person withdrew without paying, that was refused, or whose fee was given up:
 * queued in the transaction of that step. Repeating it changes nothing.
 */
export async function dropFee(grant: Grant<'requests:drop-fee'>, { bill }: { readonly bill: string }): Promise<void> {
  await inScope(grant, (tx) => cancelFeeBill(tx, grant, bill))
}
