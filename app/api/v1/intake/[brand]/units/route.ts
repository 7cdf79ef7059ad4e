import { announceUnits } from '#lib/devices/index.ts'
import { AnnounceUnits } from '#lib/devices/schema.ts'
import { answerUnits, findApiKeyActor, parseBody } from '#lib/intake/index.ts'
import { negotiateLocale } from '#lib/platform/i18n/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { readBody } from '#lib/web/read-body.ts'

const MOST_BYTES = 1024 * 1024

/** Devices that leave a brand's factory; answered one by one with the code to be printed on each. */
export const POST = defineRoute({
  permission: 'intake:write',
  limit: { times: 60, minutes: 1 },
  actor: (request) => findApiKeyActor(request.headers.get('authorization')),
  async run(grant, request) {
    const locale = negotiateLocale(request.headers.get('accept-language'))
    const body = await readBody(request, { mediaType: 'application/json', mostBytes: MOST_BYTES })
    const sent = parseBody(body, AnnounceUnits)
    const answers = await announceUnits(grant, sent)
    const headers = { 'cache-control': 'no-store', 'content-language': locale }
    return Response.json(answerUnits(sent, answers, locale), { headers })
  },
})
