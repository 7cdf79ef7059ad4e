/** Every operation that needs a second person. A domain that begins to have one adds it here. */
import type { Operation } from '#lib/approvals/index.ts'
import { cancelBillOperation, rebillOperation, writeOffBillOperation } from '#lib/billing/index.ts'
import { orderBulkExportOperation } from '#lib/bulk-exports/index.ts'
import { exportAgreedOperation, startChangeOperation } from '#lib/controller-changes/index.ts'
import { notifyIncidentOperation } from '#lib/incidents/index.ts'
import { refundOperation } from '#lib/payments/index.ts'
import { publishPolicyOperation } from '#lib/policies/index.ts'
import { acceptDeletionOperation, eraseChildOperation } from '#lib/retention/index.ts'
import { startSupportOperation } from '#lib/support/index.ts'
import { startWindDownOperation } from '#lib/wind-downs/index.ts'

export const OPERATIONS: readonly Operation[] = [
  startSupportOperation,
  cancelBillOperation,
  rebillOperation,
  writeOffBillOperation,
  refundOperation,
  acceptDeletionOperation,
  eraseChildOperation,
  publishPolicyOperation,
  orderBulkExportOperation,
  notifyIncidentOperation,
  startChangeOperation,
  exportAgreedOperation,
  startWindDownOperation,
]
