import { openBulkExport } from '#lib/bulk-exports/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { fileResponse } from '#lib/web/file-response.ts'

/** The archive of everybody's data that two people decided about, for who ordered it (ENB-09). */
export const GET = defineRoute({
  permission: 'bulk-exports:download',
  limit: { times: 30, minutes: 60 },
  page: (brand) => `/staff/bulk-exports?brand=${brand}`,
  async run(grant, _request, params) {
    const { bytes, fileName, content } = await openBulkExport(grant, params.export ?? '')
    return fileResponse({ name: fileName, mediaType: 'application/zip', content, bytes })
  },
})
