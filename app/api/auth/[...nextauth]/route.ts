import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { nextAuthOptions } from '#lib/identity/index.ts'
import { checkOrigin } from '#lib/web/check-origin.ts'
import { currentVisitor } from '#lib/web/visitor.ts'

interface Context {
  params: Promise<{ nextauth: string[] }>
}

/** next-auth's own addresses (session, csrf, callback, signout); the portal's pages post to their actions. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, nextAuthOptions(currentVisitor))
}

export const GET = handle

/** As everywhere: what changes something names an Origin of this portal, besides next-auth's own token. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  try {
    checkOrigin(request.headers.get('origin'))
  } catch {
    return new Response(null, { status: 403 })
  }
  return handle(request, context)
}
