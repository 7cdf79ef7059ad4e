import type { NextRequest } from 'next/server'
import { findManifest } from '#lib/brands/index.ts'
import { environment } from '#lib/platform/environment.ts'
import { isLocale } from '#lib/platform/i18n/index.ts'
import type { PolicyFeed } from '#lib/policies/index.ts'
import { requestLocale } from '#lib/web/locale.ts'

/** A feed at its address; open to everybody, so no grant is asked for. */
export function feedRoute(mediaType: string, write: (feed: PolicyFeed) => string) {
  return async function feed(request: NextRequest, context: { params: Promise<{ brand: string }> }): Promise<Response> {
    const manifest = findManifest((await context.params).brand)
    if (!manifest) return new Response(null, { status: 404 })
    const asked = request.nextUrl.searchParams.get('lang')
    const locale = isLocale(asked) ? asked : await requestLocale()
    const origin = new URL(environment().PUBLIC_URL).origin
    return new Response(write({ manifest, locale, origin }), {
      headers: { 'content-type': `${mediaType}; charset=utf-8`, 'content-language': locale },
    })
  }
}
