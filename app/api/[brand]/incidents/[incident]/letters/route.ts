import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { listLetters } from '#lib/incidents/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { defineRoute } from '#lib/web/define-route.ts'

/** Those whom neither mail nor text message reached, for letters and calls (WBP-13). */
export const GET = defineRoute({
  permission: 'incidents:letters',
  limit: { times: 30, minutes: 60 },
  page: (brand) => `/staff/incidents?brand=${brand}`,
  async run(grant, _request, params) {
    const id = z.uuid().safeParse(params.incident)
    if (!id.success) throw new Refusal('incidents.not_found')
    const columns = ['account', 'name', 'phone', 'unverifiedMail']
    const rows = await listLetters(grant, id.data)
    return new Response(stringify(rows, { header: true, columns, escape_formulas: true }), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="letters-${grant.brand}-${id.data.slice(-8)}.csv"`,
        'cache-control': 'no-store',
      },
    })
  },
})
