import { stringify } from 'csv-stringify/sync'
import { listLetters } from '#lib/incidents/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { fileResponse } from '#lib/web/file-response.ts'
import { idIn } from '#lib/web/id-in.ts'

/** Those whom neither mail nor text message reached, for letters and calls (WBP-13). */
export const GET = defineRoute({
  permission: 'incidents:letters',
  limit: { times: 30, minutes: 60 },
  page: (brand) => `/staff/incidents?brand=${brand}`,
  async run(grant, _request, params) {
    const id = idIn(params.incident, 'incidents.not_found')
    const columns = ['account', 'name', 'phone', 'unverifiedMail']
    return fileResponse({
      name: `letters-${grant.brand}-${id.slice(-8)}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: stringify(await listLetters(grant, id), { header: true, columns, escape_formulas: true }),
    })
  },
})
