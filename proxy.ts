import { type NextFetchEvent, type NextRequest, NextResponse } from 'next/server'
import { checkoutOrigins, contentSecurityPolicy } from '#lib/web/content-security-policy.ts'
import { PATH_HEADER } from '#lib/web/current-path.ts'
import { noteVisit } from '#lib/web/note-visit.ts'
import { withoutNul } from '#lib/web/without-nul.ts'

const checkouts = checkoutOrigins(process.env)
const https = (process.env.PUBLIC_URL ?? '').startsWith('https://')
const development = process.env.NODE_ENV === 'development'

/**
 * Gives each page its content security policy and its own address, and counts its visit where that was agreed to. It
 * guards no data: that is done where data is read, and holds without this file.
 */
export function proxy(request: NextRequest, event: NextFetchEvent) {
  const clean = request.method === 'GET' && withoutNul(request.nextUrl)
  if (clean) return NextResponse.redirect(clean, 308)
  const nonce = crypto.getRandomValues(Buffer.alloc(16)).toString('base64')
  const policy = contentSecurityPolicy({ nonce, checkouts, https, development })
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  const counting = noteVisit(request, response)
  if (counting) event.waitUntil(counting)
  return response
}

export const config = {
  // Not the API: Next keeps the body of each request that passes here, and an intake batch is large.
  matcher: '/((?!api/|_next/static|_next/image|icon\\.svg|robots\\.txt).*)',
}
