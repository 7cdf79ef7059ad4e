import { Refusal } from '#lib/platform/refusal.ts'
import { readBytes } from './read-bytes.ts'

/** What a route takes in the body of a request. */
export interface BodyLimits {
  readonly mediaType: string
  readonly mostBytes: number
}

/**
 * The body of a request of one media type, as far as the limit allows.
 * @throws Refusal `web.media_type`, `web.too_large`
 */
export async function readBody(request: Request, { mediaType, mostBytes }: BodyLimits): Promise<Buffer> {
  const sent = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (sent !== mediaType || encoding !== 'identity') throw new Refusal('web.media_type')
  return readBytes(request, mostBytes)
}
