'use server'

import { requestApproval } from '#lib/approvals/index.ts'
import { ApprovalReason } from '#lib/approvals/schema.ts'
import {
  chooseAffected,
  markReported,
  notifyIncidentOperation,
  postLetters,
  recordIncident,
} from '#lib/incidents/index.ts'
import { ChooseAffected, IncidentStep, NotifyIncident, RecordIncident, ReportIncident } from '#lib/incidents/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

const permission = 'incidents:manage'

function pageOf(brand: string, incident: string, done?: string): string {
  return `/staff/incidents/${brand}/${incident}${done ? `?done=${done}` : ''}`
}

export const recordIncidentAction = defineAction({
  permission,
  input: RecordIncident,
  async run(grant, input) {
    return { redirectTo: pageOf(grant.brand, await recordIncident(grant, input), 'recorded') }
  },
})

export const chooseAffectedAction = defineAction({
  permission,
  input: ChooseAffected,
  async run(grant, input) {
    await chooseAffected(grant, input)
    return { redirectTo: pageOf(grant.brand, input.incident, 'chosen') }
  },
})

export const askNotifyAction = defineAction({
  permission: 'approvals:request',
  input: NotifyIncident.extend({ reason: ApprovalReason }),
  returnTo: () => '/staff/incidents',
  async run(grant, { reason, ...input }) {
    await requestApproval(grant, notifyIncidentOperation, { input, reason })
    return { redirectTo: '/staff/approvals?done=asked' }
  },
})

export const markReportedAction = defineAction({
  permission,
  input: ReportIncident,
  async run(grant, input) {
    await markReported(grant, input)
    return { redirectTo: pageOf(grant.brand, input.incident, 'reported') }
  },
})

export const postLettersAction = defineAction({
  permission,
  input: IncidentStep,
  async run(grant, input) {
    await postLetters(grant, input.incident)
    return { redirectTo: pageOf(grant.brand, input.incident, 'posted') }
  },
})
