import { isLocale } from '#lib/platform/i18n/locales.ts'
import { localPath } from '#lib/web/current-path.ts'
import { defineFormRoute } from '#lib/web/define-form-route.ts'
import { LOCALE_COOKIE } from '#lib/web/locale.ts'

const YEAR_IN_SECONDS = 31_536_000

/** The page that the browser says it is on. The form names the one that was loaded, from which one may have moved on. */
function cameFrom(request: Request): string | null {
  const { referer, origin } = Object.fromEntries(request.headers)
  const page = referer && URL.canParse(referer) ? new URL(referer) : null
  return page && page.origin === origin ? page.pathname + page.search : null
}

/**
 * Remembers the language that was chosen and goes back to the page. No grant: it reads and writes nothing but a cookie
 * of the browser that asks.
 */
export const POST = defineFormRoute(async (form, request) => {
  const locale = form.get('locale')
  if (!isLocale(locale)) return new Response(null, { status: 422 })
  const secure = request.headers.get('origin')?.startsWith('https://') ? '; Secure' : ''
  return new Response(null, {
    status: 303,
    headers: {
      Location: localPath(cameFrom(request) ?? String(form.get('returnTo') ?? '')),
      'Set-Cookie': `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${YEAR_IN_SECONDS}; SameSite=Lax; HttpOnly${secure}`,
    },
  })
})
