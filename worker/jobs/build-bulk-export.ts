import { z } from 'zod'
import { buildBulkExport } from '#lib/bulk-exports/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

export const buildBulkExportJob = defineJob({
  queue: 'bulk-exports.build',
  permission: 'bulk-exports:build',
  input: z.object({ brand: z.string(), exportId: z.uuid() }),
  run: (grant, { exportId }) => buildBulkExport(grant, exportId),
})
