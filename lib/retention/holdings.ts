import { announcementsHeld } from '#lib/announcements/personal-data.ts'
import { approvalsHeld } from '#lib/approvals/personal-data.ts'
import { arrearsHeld } from '#lib/arrears/personal-data.ts'
import { periodOutcomesHeld } from '#lib/billing-runs/personal-data.ts'
import { controllerAnswersHeld } from '#lib/controller-changes/personal-data.ts'
import { deliveriesHeld } from '#lib/deliveries/personal-data.ts'
import { exportsHeld } from '#lib/exports/personal-data.ts'
import { newsHeld } from '#lib/news/personal-data.ts'
import { messagesHeld } from '#lib/notifications/personal-data.ts'
import { outlookHeld } from '#lib/outlook/personal-data.ts'
import type { Bookkeeping } from '#lib/personal-data/index.ts'
import { policyNoticesHeld } from '#lib/policies/personal-data.ts'
import { recipientAsksHeld } from '#lib/recipients/personal-data.ts'
import { accessRecordHeld } from '#lib/support/personal-data.ts'
import { transfersHeld } from '#lib/transfers/personal-data.ts'
import { closingsHeld } from './personal-data.ts'

/** The portal's own notes about people, which an erasure must reach besides the categories that people see. */
export const BOOKKEEPING: readonly Bookkeeping[] = [
  arrearsHeld,
  periodOutcomesHeld,
  messagesHeld,
  policyNoticesHeld,
  newsHeld,
  accessRecordHeld,
  announcementsHeld,
  approvalsHeld,
  controllerAnswersHeld,
  deliveriesHeld,
  recipientAsksHeld,
  outlookHeld,
  transfersHeld,
  exportsHeld,
  closingsHeld,
]
