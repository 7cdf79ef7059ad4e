import { regulatorReport } from '#lib/incidents/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { fileResponse } from '#lib/web/file-response.ts'
import { idIn } from '#lib/web/id-in.ts'

/** The report for the authority as a file (GDPR article 33). */
export const GET = defineRoute({
  permission: 'incidents:view',
  limit: { times: 60, minutes: 60 },
  async run(grant, _request, params) {
    const id = idIn(params.incident, 'incidents.not_found')
    return fileResponse({
      name: `incident-${grant.brand}-${id.slice(-8)}.json`,
      mediaType: 'application/json; charset=utf-8',
      content: `${JSON.stringify(await regulatorReport(grant, id), null, 2)}\n`,
    })
  },
})
