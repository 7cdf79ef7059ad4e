import type { Job } from '#lib/web/define-job.ts'
import { announcePoliciesJob } from './jobs/announce-policies.ts'
import { announceRecipientsJob } from './jobs/announce-recipients.ts'
import { buildBulkExportJob } from './jobs/build-bulk-export.ts'
import { buildExportJob } from './jobs/build-export.ts'
import { collectAutopayJob } from './jobs/collect-autopay.ts'
import { continueFeeJob } from './jobs/continue-fee.ts'
import { convergePaymentJob } from './jobs/converge-payment.ts'
import { detachCardsJob } from './jobs/detach-cards.ts'
import { dropFeeJob } from './jobs/drop-fee.ts'
import { eraseAccountJob } from './jobs/erase-account.ts'
import { followAutopayJob } from './jobs/follow-autopay.ts'
import { issueBillsJob } from './jobs/issue-bills.ts'
import { moveBillsJob } from './jobs/move-bills.ts'
import { notifyArrearsJob } from './jobs/notify-arrears.ts'
import { planAutopayJob } from './jobs/plan-autopay.ts'
import { purgeViewsJob } from './jobs/purge-views.ts'
import { recheckBillJob } from './jobs/recheck-bill.ts'
import { reconcilePaymentsJob } from './jobs/reconcile-payments.ts'
import { remindSilentJob } from './jobs/remind-silent.ts'
import { replayErasuresJob } from './jobs/replay-erasures.ts'
import { reportStatusJob } from './jobs/report-status.ts'
import { scheduleWindDownJob } from './jobs/schedule-wind-down.ts'
import { sendAnnouncementJob } from './jobs/send-announcement.ts'
import { sendDeliveryJob } from './jobs/send-delivery.ts'
import { sendMailJob } from './jobs/send-mail.ts'
import { sendNewsJob } from './jobs/send-news.ts'
import { sendPushJob } from './jobs/send-push.ts'
import { sendRefundJob } from './jobs/send-refund.ts'
import { sendSmsJob } from './jobs/send-sms.ts'
import { settleChangeJob } from './jobs/settle-change.ts'
import { sweepRetentionJob } from './jobs/sweep-retention.ts'
import { takeStatisticsJob } from './jobs/take-statistics.ts'
import { tellPersonJob } from './jobs/tell-person.ts'
import { watchApprovalsJob } from './jobs/watch-approvals.ts'
import { watchClocksJob } from './jobs/watch-clocks.ts'
import { watchUsageJob } from './jobs/watch-usage.ts'

/** Every job that the worker runs. */
export const JOBS: readonly Job[] = [
  announcePoliciesJob,
  announceRecipientsJob,
  buildBulkExportJob,
  buildExportJob,
  collectAutopayJob,
  continueFeeJob,
  dropFeeJob,
  convergePaymentJob,
  detachCardsJob,
  eraseAccountJob,
  followAutopayJob,
  issueBillsJob,
  moveBillsJob,
  notifyArrearsJob,
  planAutopayJob,
  purgeViewsJob,
  recheckBillJob,
  reconcilePaymentsJob,
  remindSilentJob,
  reportStatusJob,
  sendDeliveryJob,
  replayErasuresJob,
  sendMailJob,
  sendNewsJob,
  sendRefundJob,
  sendPushJob,
  sendSmsJob,
  scheduleWindDownJob,
  settleChangeJob,
  sweepRetentionJob,
  takeStatisticsJob,
  tellPersonJob,
  sendAnnouncementJob,
  watchApprovalsJob,
  watchClocksJob,
  watchUsageJob,
]
