import { type Grant, inScope } from '#lib/access/index.ts'
import { lockRequest, moveRequest } from './move-request.ts'
import type { RequestStep } from './schema.ts'

/**
 * The person takes the request back. It is over, and another one can be opened.
 * @throws Refusal `requests.not_found`, `requests.over`
 */
export async function withdrawRequest(grant: Grant<'requests:follow'>, { request }: RequestStep): Promise<void> {
  await inScope(grant, async (tx) => {
    const held = await lockRequest(tx, grant, request)
    await moveRequest(tx, grant, held, { move: 'withdraw', kind: 'withdrawn' })
  })
}
