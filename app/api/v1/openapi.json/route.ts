import { openApiDocument } from '#lib/intake/index.ts'
import { environment } from '#lib/platform/environment.ts'

// Asked when the server runs: the build does not know under which address that will be.
export const dynamic = 'force-dynamic'

/** How to write to the intake; the same for everybody, so no key is asked for. */
export function GET(): Response {
  return Response.json(openApiDocument(environment().PUBLIC_URL))
}
