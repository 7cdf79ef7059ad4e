import { readBytes } from './read-bytes.ts'

/** A few short fields; whatever takes files is an action, which has a limit of its own. */
export const MOST_FIELD_BYTES = 16_384

/**
 * The short form that a plain route is sent; empty where it is none.
 * @throws Refusal `web.too_large`
 */
export async function readForm(request: Request): Promise<FormData> {
  const bytes = await readBytes(request, MOST_FIELD_BYTES)
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  return new Response(new Uint8Array(bytes), { headers }).formData().catch(() => new FormData())
}
