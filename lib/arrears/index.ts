/**
 * What comes after the due date: stages that the brand declares, each written once by push message and mail and shown in
 * the portal, never in quiet hours; reminders can be switched off, what the law asks for cannot (ENB-17). Being overdue
 * itself, more time and instalments are matters of billing.
 */
export { chooseReminders } from './choose-reminders.ts'
export { findArrears, listArrears, type StaffArrears } from './list-arrears.ts'
export { type ArrearsNoticeView, type Notices, readNotices } from './read-notices.ts'
export { sendNotices } from './send-notices.ts'
