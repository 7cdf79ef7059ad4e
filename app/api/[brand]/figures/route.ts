import { stringify } from 'csv-stringify/sync'
import { readFigures } from '#lib/transfers/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { fileResponse } from '#lib/web/file-response.ts'

/** Charging figures of a brand without any sign of who they are of, for staff who may take them abroad (WBP-21). */
export const GET = defineRoute({
  permission: 'transfers:figures',
  limit: { times: 30, minutes: 60 },
  async run(grant) {
    const columns = ['month', 'sessions', 'energyKwh', 'people']
    return fileResponse({
      name: `figures-${grant.brand}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: stringify([...(await readFigures(grant))], { header: true, columns }),
    })
  },
})
