import { Refusal } from '#lib/platform/refusal.ts'

/**
 * What a request brings, read only as far as the limit allows, whatever its headers say: nobody fills the memory from
 * outside.
 * @throws Refusal `web.too_large`
 */
export async function readBytes(request: Request, mostBytes: number): Promise<Buffer> {
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
