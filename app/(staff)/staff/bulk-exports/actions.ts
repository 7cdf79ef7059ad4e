'use server'

import { requestApproval } from '#lib/approvals/index.ts'
import { ApprovalReason } from '#lib/approvals/schema.ts'
import { orderBulkExportOperation } from '#lib/bulk-exports/index.ts'
import { OrderBulkExport } from '#lib/bulk-exports/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const askBulkExportAction = defineAction({
  permission: 'approvals:request',
  input: OrderBulkExport.extend({ reason: ApprovalReason }),
  returnTo: (brand) => `/staff/bulk-exports?brand=${brand}`,
  async run(grant, { reason, ...input }) {
    await requestApproval(grant, orderBulkExportOperation, { input, reason })
    return { redirectTo: '/staff/approvals?done=asked' }
  },
})
