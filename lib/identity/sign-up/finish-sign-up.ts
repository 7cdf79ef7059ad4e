import { z } from 'zod'
import { type Grant, inScope } from '#lib/access/index.ts'
import { isDuplicate } from '#lib/platform/database/index.ts'
import { LOCALES } from '#lib/platform/i18n/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { claimCode } from '../codes/one-time-code.ts'
import { refuseClaim } from '../codes/refuse-claim.ts'
import type { NewAccount } from '../create-account.ts'
import type { EnterCode } from '../schema.ts'
import type { SessionToken } from '../session-cookie.ts'
import type { Visitor } from '../visitor.ts'
import { registerAccount } from './register-account.ts'

/** The details that waited, sealed, for the code. */
const Pending: z.ZodType<{ account: NewAccount }> = z.object({
  account: z.object({
    identifiers: z.array(
      z.object({ kind: z.enum(['account_name', 'email', 'phone']), value: z.string(), key: z.string() }),
    ),
    passwordHash: z.string().nullable(),
    birthDate: z.string().nullable(),
    locale: z.enum(LOCALES),
    policyVersion: z.string(),
    cameThrough: z.string().nullable(),
  }),
})

/**
 * Makes the account once the code that was sent comes back, and signs in (WBP-01, ENB-06).
 * @throws Refusal `identity.code_wrong`; `identity.code_gone` when it is used, ten minutes old or was tried five times
 */
export async function finishSignUp(
  grant: Grant<'identity:sign-up'>,
  input: EnterCode,
  visitor: Visitor,
): Promise<SessionToken> {
  try {
    const done = await inScope(grant, async (tx) => {
      const claim = await claimCode(tx, grant.brand, 'sign_up', input)
      if (claim.kind !== 'right') return claim
      const { account } = Pending.parse(claim.content.data)
      return { kind: 'right' as const, token: await registerAccount(tx, grant, account, visitor) }
    })
    return done.kind === 'right' ? done.token : refuseClaim(done.kind)
  } catch (raced) {
    // Somebody took the name or the address between the two steps.
    throw isDuplicate(raced) ? new Refusal('identity.code_gone', { field: 'code' }) : raced
  }
}
