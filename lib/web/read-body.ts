import { Refusal } from '#lib/platform/refusal.ts'

/** What a route takes in the body of a request. */
export interface BodyLimits {
  readonly mediaType: string
  readonly mostBytes: number
}

/**
 * The body of a request, read only as far as the limit allows, whatever its headers say.
 * @throws Refusal `web.media_type`, `web.too_large`
 */
export async function readBody(request: Request, { mediaType, mostBytes }: BodyLimits): Promise<Buffer> {
  const sent = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (sent !== mediaType || encoding !== 'identity') throw new Refusal('web.media_type')
  const tooLarge = () => new Refusal('web.too_large')
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let bytes = 0
  // Leaving the loop by a refusal cancels the stream: the rest is never read.
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length
    if (bytes > mostBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
