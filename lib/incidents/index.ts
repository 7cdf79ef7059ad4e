/**
 * Breaches of personal data: recorded in three languages, those affected found by query, told with a second person's
 * approval, each delivery tracked, the authority reported to within 72 hours (WBP-13, ENB-10; GDPR articles 33 and 34).
 */
export { chooseAffected } from './choose-affected.ts'
export { countAffected } from './count-affected.ts'
export { getIncident, type IncidentView, listIncidents } from './get-incident.ts'
export { listLetters } from './list-letters.ts'
export { markReported } from './mark-reported.ts'
export { notifyIncidentOperation } from './notify-incident.ts'
export { postLetters } from './post-letters.ts'
export { type DeliveryPage, readDeliveries } from './read-deliveries.ts'
export { recordIncident } from './record-incident.ts'
export { type RegulatorReport, regulatorReport } from './regulator-report.ts'
