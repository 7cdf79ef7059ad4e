import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { nextAuthOptions } from '#lib/identity/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { checkOrigin } from '#lib/web/check-origin.ts'
import { readBytes } from '#lib/web/read-bytes.ts'
import { MOST_FIELD_BYTES } from '#lib/web/read-form.ts'
import { currentVisitor } from '#lib/web/visitor.ts'

interface Context {
  params: Promise<{ nextauth: string[] }>
}

/** next-auth's own addresses (session, csrf, callback, signout); the portal's pages post to their actions. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, nextAuthOptions(currentVisitor))
}

export const GET = handle

/**
 * As everywhere: what changes something names an Origin of this portal, besides next-auth's own token. next-auth would
 * read whatever it is sent to the end.
 */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  try {
    checkOrigin(request.headers.get('origin'))
    const body = new Uint8Array(await readBytes(request, MOST_FIELD_BYTES))
    return await handle(new NextRequest(request.nextUrl, { method: 'POST', headers: request.headers, body }), context)
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    return new Response(null, { status: fault.code === 'web.too_large' ? 413 : 403 })
  }
}
