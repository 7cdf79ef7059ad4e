'use server'

import { orderBulkExportOperation } from '#lib/bulk-exports/index.ts'
import { OrderBulkExport } from '#lib/bulk-exports/schema.ts'
import { defineAsk } from '../define-ask.ts'

export const askBulkExportAction = defineAsk(orderBulkExportOperation, {
  input: OrderBulkExport,
  returnTo: (brand) => `/staff/bulk-exports?brand=${brand}`,
})
