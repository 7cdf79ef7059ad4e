import { stringify } from 'csv-stringify/sync'
import { statementRows } from '#app/statement-sheet.ts'
import { readStatement } from '#lib/billing/index.ts'
import { StatementQuery } from '#lib/billing/schema.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { fileResponse } from '#lib/web/file-response.ts'

/** A year's statement as CSV (RFC 4180), with the marker by which spreadsheets know UTF-8. */
export const GET = defineRoute({
  permission: 'bills:view',
  limit: { times: 120, minutes: 60 },
  page: (brand) => `/${brand}/me/bills/statement`,
  async run(grant, request) {
    const query = StatementQuery.parse(Object.fromEntries(request.nextUrl.searchParams))
    const { statements } = await readStatement(grant, query)
    const year = statements[0]?.year ?? 'empty'
    return fileResponse({
      name: `statement-${year}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: stringify(statementRows(statements, grant.brand), { bom: true, record_delimiter: 'windows' }),
    })
  },
})
