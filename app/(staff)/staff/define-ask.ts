import type { z } from 'zod'
import type { RateLimit } from '#lib/access/index.ts'
import { type Operation, requestApproval } from '#lib/approvals/index.ts'
import { AskApproval } from '#lib/approvals/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

interface Ask<S extends z.ZodType<object>> {
  /** What is to be done; the reason for the colleague who decides comes with it. */
  readonly input: S
  readonly limit?: RateLimit
  /** Where a confirmed sign-in returns to; the page of the form by default. */
  readonly returnTo?: (brand: string) => string
  /** Where it leads once it is asked for; to the approvals by default. */
  readonly asked?: (brand: string, input: z.output<S>) => string
}

/** The door of a form by which staff ask for an operation that a colleague decides about (ENB-09). */
export function defineAsk<I, S extends z.ZodType<object>>(operation: Operation<I>, ask: Ask<S>) {
  const { input, asked, ...door } = ask
  return defineAction({
    permission: 'approvals:request',
    input: input.and(AskApproval),
    ...door,
    async run(grant, form) {
      const { because, ...what } = form
      await requestApproval(grant, operation, { input: operation.parse(what), reason: because })
      return { redirectTo: asked ? asked(grant.brand, form) : '/staff/approvals?done=asked' }
    },
  })
}
