import { readBody } from '#lib/web/read-body.ts'

const MOST_BYTES = 20_000

/** A signed message comes as text (DRP 2.0). */
export async function readMessage(request: Request): Promise<string> {
  return (await readBody(request, { mediaType: 'text/plain', mostBytes: MOST_BYTES })).toString('utf8')
}

export const NOT_STORED = { headers: { 'cache-control': 'no-store' } }
