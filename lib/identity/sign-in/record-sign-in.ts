import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import type { Visitor } from '../visitor.ts'

export type SignInOutcome = 'success' | 'wrong_password' | 'wrong_code'
export type SignInMethod = 'sign_up' | 'password' | 'code' | 'recovery' | 'step_up'

/** Writes an attempt into the list that the person sees. */
export async function recordSignIn(
  tx: Tx,
  whose: { readonly brand: string; readonly subject: string },
  visitor: Pick<Visitor, 'address' | 'client'>,
  result: { readonly outcome: SignInOutcome; readonly method: SignInMethod },
): Promise<void> {
  await tx.signInEvent.create({
    data: {
      brand: whose.brand,
      subjectId: whose.subject,
      occurredAt: clock.now(),
      ip: visitor.address,
      client: visitor.client.slice(0, 200),
      ...result,
    },
    select: { id: true },
  })
}
