/** Text messages through a provider's HTTP API. */
export { sendSms, type TextMessage } from './send-sms.ts'
