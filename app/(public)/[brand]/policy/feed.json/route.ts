import { jsonFeed } from '#lib/policies/index.ts'
import { feedRoute } from '../feed-route.ts'

/** Every version of the policy as a JSON Feed 1.1, in the language that `?lang=` names. */
export const GET = feedRoute('application/feed+json', (feed) => JSON.stringify(jsonFeed(feed), null, 2))
