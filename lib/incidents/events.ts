import type { AuditEvent } from '#lib/audit/index.ts'

const event =
  (name: AuditEvent['name']) =>
  (target: string): AuditEvent => ({ name, target })

export const incidentRecorded = event('incident.recorded')
export const incidentChanged = event('incident.changed')
export const affectedChosen = (target: string, people: number): AuditEvent => ({
  name: 'incident.affected_chosen',
  target,
  detail: { people },
})
export const incidentTold = event('incident.told')
export const incidentReported = (target: string, late: boolean): AuditEvent => ({
  name: 'incident.reported',
  target,
  detail: { late },
})
export const lettersListed = (target: string, people: number): AuditEvent => ({
  name: 'incident.letters_listed',
  target,
  detail: { people },
})
