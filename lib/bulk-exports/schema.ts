import { z } from 'zod'

/** For what data of everybody may leave the portal by an order of staff. */
export const BULK_PURPOSES = ['authority', 'audit', 'processor'] as const

export const OrderBulkExport = z.object({
  category: z.string().min(1).max(60),
  purpose: z.enum(BULK_PURPOSES),
})
export type OrderBulkExport = z.output<typeof OrderBulkExport>

export const BulkExportId = z.uuid()
export type BulkExportState = 'ordered' | 'ready' | 'failed' | 'expired'
