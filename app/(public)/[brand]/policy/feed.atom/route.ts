import { atomFeed } from '#lib/policies/index.ts'
import { feedRoute } from '../feed-route.ts'

/** Every version of the policy as an Atom feed (RFC 4287), in the language that `?lang=` names. */
export const GET = feedRoute('application/atom+xml', (feed) => atomFeed(feed))
