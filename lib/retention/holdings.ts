import { announcementsHeld } from '#lib/announcements/personal-data.ts'
import { approvalsHeld } from '#lib/approvals/personal-data.ts'
import { controllerAnswersHeld } from '#lib/controller-changes/personal-data.ts'
import { deliveriesHeld } from '#lib/deliveries/personal-data.ts'
import { exportsHeld } from '#lib/exports/personal-data.ts'
import { HOLDINGS } from '#lib/inventory/index.ts'
import { outlookHeld } from '#lib/outlook/personal-data.ts'
import type { Holding } from '#lib/personal-data/index.ts'
import { recipientAsksHeld } from '#lib/recipients/personal-data.ts'
import { transfersHeld } from '#lib/transfers/personal-data.ts'
import { closingsHeld } from './personal-data.ts'

/** Everything that an erasure must reach: what is shown to people, and the portal's own book-keeping about them. */
export const ALL_HOLDINGS: readonly Holding[] = [
  ...HOLDINGS,
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
