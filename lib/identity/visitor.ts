import type { Locale } from '#lib/platform/i18n/index.ts'
import type { SessionToken } from './session-cookie.ts'

/** Where a request comes from, as a person later reads it in their list of sign-ins. */
export interface Visitor {
  readonly address: string
  /** Browser and system, in a few words. */
  readonly client: string
  readonly locale: Locale
  /** The session that the browser holds already; signing in ends it. */
  readonly session: SessionToken | null
}
