/** News by mail, for those who agreed to it: sent once, left with one click, and silent about its readers unless they agreed. */
export { leaveList } from './leave-list.ts'
export { openMailToken } from './mail-token.ts'
export { noteRead } from './note-read.ts'
export { sendNews } from './send-news.ts'
