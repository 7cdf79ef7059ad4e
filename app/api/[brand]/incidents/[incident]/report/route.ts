import { z } from 'zod'
import { regulatorReport } from '#lib/incidents/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { defineRoute } from '#lib/web/define-route.ts'

/** The report for the authority as a file (GDPR article 33). */
export const GET = defineRoute({
  permission: 'incidents:view',
  limit: { times: 60, minutes: 60 },
  async run(grant, _request, params) {
    const id = z.uuid().safeParse(params.incident)
    if (!id.success) throw new Refusal('incidents.not_found')
    return new Response(`${JSON.stringify(await regulatorReport(grant, id.data), null, 2)}\n`, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="incident-${grant.brand}-${id.data.slice(-8)}.json"`,
        'cache-control': 'no-store',
      },
    })
  },
})
