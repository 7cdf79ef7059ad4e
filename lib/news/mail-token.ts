import { z } from 'zod'
import { seal, unseal } from '#lib/platform/crypto/index.ts'

/** What a link of a mail says: sealed, so that nobody can read, change or make one. */
const MailToken = z.object({ subject: z.uuid(), item: z.string() })
export type MailToken = z.output<typeof MailToken>

/** `leave` for leaving the list, `read` for what a mail tells: a token of one is none of the other. */
export type TokenUse = 'leave' | 'read'

const context = (brand: string, use: TokenUse) => `news ${use} ${brand}`

/** It does not run out: leaving a list works from the oldest mail. */
export function sealMailToken(brand: string, use: TokenUse, token: MailToken): string {
  return seal(JSON.stringify(token), context(brand, use)).toString('base64url')
}

/** Reads a token; null for anything forged, of another brand or for another use. */
export function openMailToken(brand: string, use: TokenUse, written: string): MailToken | null {
  if (!/^[A-Za-z0-9_-]{40,600}$/.test(written)) return null
  try {
    return MailToken.parse(JSON.parse(unseal(Buffer.from(written, 'base64url'), context(brand, use))))
  } catch {
    return null
  }
}
