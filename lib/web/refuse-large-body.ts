import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLocale, type Locale, negotiateLocale, translator } from '#lib/platform/i18n/index.ts'
import { MOST_FORM_BYTES } from './form-state.ts'

/** Bytes that are read and thrown away, so that the browser comes to the answer; beyond them the line is cut. */
const MOST_DISCARDED = 256 * 1024 * 1024
const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;max-width:38rem;margin:4rem auto;padding:0 1rem}h1{font-size:1.5rem}'
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/**
 * Answers a form that is larger than the portal takes with a page of its own in the reader's language, before anything
 * reads it: Next would fail without a word. Going back leads to the form as it was filled in, as far as the browser kept
 * it. What is sent to the API is refused there.
 * @returns whether the request is answered
 */
export function refuseLargeBody(request: IncomingMessage, response: ServerResponse): boolean {
  const path = request.url ?? '/'
  if (path.startsWith('/api/') || Number(request.headers['content-length'] ?? 0) <= MOST_FORM_BYTES) return false
  let read = 0
  request.on('data', (chunk: Buffer) => {
    read += chunk.length
    if (read > MOST_DISCARDED) request.destroy()
  })
  request.once('end', () => {
    const locale = localeOf(request)
    response.writeHead(413, {
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; frame-ancestors 'none'`,
    })
    response.end(pageFor(locale, backTo(request)))
  })
  return true
}

function localeOf({ headers }: IncomingMessage): Locale {
  const chosen = /(?:^|;\s*)openbook\.locale=([\w-]+)/.exec(headers.cookie ?? '')?.[1]
  return isLocale(chosen) ? chosen : negotiateLocale(headers['accept-language'])
}

/** The page of the form, if it is one of this host: a link there asks for it anew. */
function backTo({ headers }: IncomingMessage): string {
  const from = headers.referer && URL.canParse(headers.referer) ? new URL(headers.referer) : null
  return from && from.host === headers.host ? from.pathname + from.search : '/'
}

function pageFor(locale: Locale, back: string): string {
  const t = translator(locale, 'fault.large')
  const limit = t('text', { megabytes: Math.floor(MOST_FORM_BYTES / 1024 / 1024) })
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(t('title'))}</title><style>${STYLE}</style></head><body><main><h1>${escaped(t('title'))}</h1><p>${escaped(limit)}</p><p>${escaped(t('keep'))}</p><p><a href="${escaped(back)}">${escaped(t('again'))}</a></p></main></body></html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
