/**
 * Every queue of the house, with how often and how long a job is tried. Payloads hold ids, never personal data. Long
 * work has a heartbeat, so that what a killed process was doing is taken up again within minutes and not when its hour
 * is over.
 */
export const QUEUES = [
  {
    name: 'exports.build',
    retryLimit: 3,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: 3600,
    heartbeatSeconds: 30,
  },
  {
    name: 'retention.erase-account',
    retryLimit: 10,
    retryDelay: 30,
    retryBackoff: true,
    expireInSeconds: 3600,
    heartbeatSeconds: 30,
  },
  {
    name: 'retention.sweep',
    retryLimit: 3,
    retryDelay: 60,
    retryBackoff: true,
    expireInSeconds: 3600,
    heartbeatSeconds: 30,
  },
  {
    name: 'policies.announce',
    retryLimit: 3,
    retryDelay: 60,
    retryBackoff: true,
    expireInSeconds: 3600,
    heartbeatSeconds: 30,
  },
  {
    name: 'retention.replay',
    retryLimit: 3,
    retryDelay: 60,
    retryBackoff: true,
    expireInSeconds: 3600,
    heartbeatSeconds: 30,
  },
  {
    name: 'news.send',
    retryLimit: 3,
    retryDelay: 60,
    retryBackoff: true,
    expireInSeconds: 3600,
    heartbeatSeconds: 30,
  },
  {
    name: 'announcements.send',
    retryLimit: 5,
    retryDelay: 30,
    retryBackoff: true,
    expireInSeconds: 3600,
    heartbeatSeconds: 30,
  },
  { name: 'statistics.take', retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 3600 },
  { name: 'wind-downs.schedule', retryLimit: 5, retryDelay: 30, retryBackoff: true, expireInSeconds: 3600 },
  { name: 'controller-changes.settle', retryLimit: 5, retryDelay: 30, retryBackoff: true, expireInSeconds: 3600 },
  {
    name: 'bulk-exports.build',
    retryLimit: 3,
    retryDelay: 30,
    retryBackoff: true,
    expireInSeconds: 3600,
    heartbeatSeconds: 30,
  },
  { name: 'tracking.purge', retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 600 },
  { name: 'payments.converge', retryLimit: 12, retryDelay: 2, retryBackoff: true, expireInSeconds: 120 },
  { name: 'payments.refund', retryLimit: 12, retryDelay: 5, retryBackoff: true, expireInSeconds: 120 },
  { name: 'payments.recheck', retryLimit: 12, retryDelay: 2, retryBackoff: true, expireInSeconds: 120 },
  { name: 'bills.move', retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 1800 },
  { name: 'payments.reconcile', retryLimit: 0, expireInSeconds: 300 },
  // An attempt that was made and not taken is a job of its own; tried again here is only what broke off.
  { name: 'deliveries.send', retryLimit: 5, retryDelay: 5, retryBackoff: true, expireInSeconds: 60 },
  { name: 'agents.report', retryLimit: 8, retryDelay: 10, retryBackoff: true, expireInSeconds: 60 },
  { name: 'requests.tell', retryLimit: 8, retryDelay: 5, retryBackoff: true, expireInSeconds: 60 },
  { name: 'requests.continue', retryLimit: 8, retryDelay: 5, retryBackoff: true, expireInSeconds: 60 },
  { name: 'requests.watch', retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 600 },
  { name: 'usage.watch', retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: 1800 },
  { name: 'approvals.watch', retryLimit: 3, retryDelay: 30, retryBackoff: true, expireInSeconds: 600 },
  { name: 'recipients.announce', retryLimit: 3, retryDelay: 30, retryBackoff: true, expireInSeconds: 600 },
  { name: 'mail.send', retryLimit: 8, retryDelay: 5, retryBackoff: true, expireInSeconds: 60 },
  { name: 'sms.send', retryLimit: 5, retryDelay: 5, retryBackoff: true, expireInSeconds: 60 },
] as const

export type QueueName = (typeof QUEUES)[number]['name']
