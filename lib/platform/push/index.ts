/** Push messages to browsers: sealed for the browser (RFC 8291), signed by us (VAPID, RFC 8292). */
export { isPushEndpoint } from './push-endpoint.ts'
export { type PushTarget, sendPush } from './send-push.ts'
