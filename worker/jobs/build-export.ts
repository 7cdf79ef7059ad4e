import { z } from 'zod'
import { buildExport } from '#lib/exports/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

export const buildExportJob = defineJob({
  queue: 'exports.build',
  permission: 'exports:build',
  input: z.object({ brand: z.string(), subject: z.uuid(), exportId: z.uuid() }),
  run: (grant, { exportId }) => buildExport(grant, exportId),
})
