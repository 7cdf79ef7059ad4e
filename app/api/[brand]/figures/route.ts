import { stringify } from 'csv-stringify/sync'
import { readFigures } from '#lib/transfers/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'

/** Charging figures of a brand without any sign of who they are of, for staff who may take them abroad (WBP-21). */
export const GET = defineRoute({
  permission: 'transfers:figures',
  limit: { times: 30, minutes: 60 },
  async run(grant) {
    const rows = await readFigures(grant)
    const columns = ['month', 'sessions', 'energyKwh', 'people']
    return new Response(stringify([...rows], { header: true, columns }), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="figures-${grant.brand}.csv"`,
        'cache-control': 'no-store',
      },
    })
  },
})
