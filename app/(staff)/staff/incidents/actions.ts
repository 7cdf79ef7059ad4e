'use server'

import {
  chooseAffected,
  markReported,
  notifyIncidentOperation,
  postLetters,
  recordIncident,
} from '#lib/incidents/index.ts'
import { ChooseAffected, IncidentStep, NotifyIncident, RecordIncident, ReportIncident } from '#lib/incidents/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'
import { defineAsk } from '../define-ask.ts'

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

export const askNotifyAction = defineAsk(notifyIncidentOperation, {
  input: NotifyIncident,
  returnTo: () => '/staff/incidents',
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
