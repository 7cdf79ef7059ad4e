import { answerBatch, findApiKeyActor, MOST_BYTES, parseBatch, receiveRecords } from '#lib/intake/index.ts'
import { negotiateLocale } from '#lib/platform/i18n/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { readBody } from '#lib/web/read-body.ts'

/** A batch of records from a brand's devices, apps or partners; answered record by record. */
export const POST = defineRoute({
  permission: 'intake:write',
  limit: { times: 600, minutes: 1 },
  actor: (request) => findApiKeyActor(request.headers.get('authorization')),
  async run(grant, request) {
    const locale = negotiateLocale(request.headers.get('accept-language'))
    const batch = parseBatch(await readBody(request, { mediaType: 'application/json', mostBytes: MOST_BYTES }))
    const outcomes = await receiveRecords(grant, batch)
    const headers = { 'cache-control': 'no-store', 'content-language': locale }
    return Response.json(answerBatch(grant.brand, batch, { outcomes, locale }), { headers })
  },
})
