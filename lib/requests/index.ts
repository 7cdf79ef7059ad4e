/** What people ask of the brand in their own right, each with a day by which it is answered. */
export { listRequests, type RequestView } from './list-requests.ts'
export { openRequest } from './open-request.ts'
export { requestsHeld } from './personal-data.ts'
