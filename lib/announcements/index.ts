/**
 * Telling people of a brand something that concerns them: each by mail or text message, all in the portal and at a public
 * address; how each was told is tracked. Incidents, changes of controller and the end of a brand use it.
 */
export { acknowledgeAnnouncement } from './acknowledge-announcement.ts'
export { announce } from './announce.ts'
export { countAudience } from './audience.ts'
export { countDeliveries, type DeliveryCounts, type DeliveryView, listDeliveries, noteLetters } from './deliveries.ts'
export { type AnnouncementView, findAnnouncement, listAnnouncements } from './list-announcements.ts'
export { listTold, type ToldView } from './list-told.ts'
export { noteAnswered } from './note-answered.ts'
export { sendAnnouncement } from './send-announcement.ts'
export { tellAgain } from './tell-again.ts'
