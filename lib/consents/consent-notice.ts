import type { Purpose } from '#lib/brands/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'

/** What stands beside the control of a purpose, in one language. */
export interface ConsentNotice {
  readonly name: string
  /** The notice for this very collection where there is one; it goes before the general wording (WEA-10). */
  readonly notice: string
  readonly consequence: string
  /** The three as one text, and its digest: what a decision is recorded against. */
  readonly text: string
  readonly hash: Buffer<ArrayBuffer>
}

/** The one place where the text of a consent is put together, for the page and for the record alike. */
export function consentNotice(purpose: Purpose, locale: Locale): ConsentNotice {
  return noticeOf({
    name: purpose.name[locale],
    notice: (purpose.notice ?? purpose.description)[locale],
    consequence: purpose.consequence[locale],
  })
}

/** The parts of a notice as one text, with its digest. */
export function noticeOf(parts: Pick<ConsentNotice, 'name' | 'notice' | 'consequence'>): ConsentNotice {
  const text = [parts.name, parts.notice, parts.consequence].join('\n\n')
  return { ...parts, text, hash: sha256(text) }
}
