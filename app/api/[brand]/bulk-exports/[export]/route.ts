import { openBulkExport } from '#lib/bulk-exports/index.ts'
import { bodyOf } from '#lib/web/body-of.ts'
import { defineRoute } from '#lib/web/define-route.ts'

/** The archive of everybody's data that two people decided about, for who ordered it (ENB-09). */
export const GET = defineRoute({
  permission: 'bulk-exports:download',
  limit: { times: 30, minutes: 60 },
  page: (brand) => `/staff/bulk-exports?brand=${brand}`,
  async run(grant, _request, params) {
    const { bytes, fileName, content } = await openBulkExport(grant, params.export ?? '')
    return new Response(bodyOf(content), {
      headers: {
        'content-type': 'application/zip',
        'content-length': String(bytes),
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  },
})
