'use server'

import type { z } from 'zod'
import type { Grant } from '#lib/access/index.ts'
import {
  acceptCorrection,
  answerRequest,
  askFee,
  askIdentity,
  askPerson,
  extendRequest,
  refuseRequest,
  takeRequest,
  waiveFee,
} from '#lib/requests/index.ts'
import { AskFee, ExplainedStep, RefuseRequest, RequestStep } from '#lib/requests/schema.ts'
import {
  acceptDeletionOperation,
  deactivateChildAccount,
  eraseChildOperation,
  reactivateAccount,
} from '#lib/retention/index.ts'
import { AcceptDeletion, ChildAccount } from '#lib/retention/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'
import { defineAsk } from '../define-ask.ts'

const pageOf = (brand: string, request: string, done: string) => `/staff/requests/${brand}/${request}?done=${done}`
const limit = { times: 60, minutes: 60 }

/** A step of a request. What was done is said on its page: the form by which it was done is gone. */
function stepAction<P extends 'requests:handle' | 'requests:correct', S extends z.ZodType<{ request: string }>>(
  permission: P,
  input: S,
  { run, done }: { run: (grant: Grant<P>, input: z.output<S>) => Promise<void>; done: string },
) {
  return defineAction({
    permission,
    input,
    async run(grant, step) {
      await run(grant, step)
      return { redirectTo: pageOf(grant.brand, step.request, done) }
    },
  })
}

export const takeRequestAction = stepAction('requests:handle', RequestStep, { run: takeRequest, done: 'taken' })
export const askIdentityAction = stepAction('requests:handle', ExplainedStep, { run: askIdentity, done: 'identity' })
export const askPersonAction = stepAction('requests:handle', ExplainedStep, { run: askPerson, done: 'question' })
export const askFeeAction = stepAction('requests:handle', AskFee, { run: askFee, done: 'fee' })
export const waiveFeeAction = stepAction('requests:handle', RequestStep, { run: waiveFee, done: 'waived' })
export const extendRequestAction = stepAction('requests:handle', ExplainedStep, {
  run: extendRequest,
  done: 'extended',
})
export const answerRequestAction = stepAction('requests:handle', ExplainedStep, {
  run: answerRequest,
  done: 'answered',
})
export const refuseRequestAction = stepAction('requests:handle', RefuseRequest, { run: refuseRequest, done: 'refused' })
export const acceptCorrectionAction = stepAction('requests:correct', ExplainedStep, {
  run: acceptCorrection,
  done: 'corrected',
})

export const askDeletionAction = defineAsk(acceptDeletionOperation, {
  input: AcceptDeletion,
  asked: (brand, { request }) => pageOf(brand, request, 'asked'),
})

export const deactivateChildAccountAction = defineAction({
  permission: 'requests:suspend',
  input: ChildAccount.pick({ account: true }),
  limit,
  async run(grant, input) {
    await deactivateChildAccount(grant, input)
    return { message: 'requests.staff.done.deactivated' }
  },
})

export const reactivateAccountAction = defineAction({
  permission: 'requests:suspend',
  input: ChildAccount.pick({ account: true }),
  limit,
  async run(grant, input) {
    await reactivateAccount(grant, input)
    return { message: 'requests.staff.done.reactivated' }
  },
})

export const askChildErasureAction = defineAsk(eraseChildOperation, {
  input: ChildAccount,
  limit,
  asked: (brand, { request }) => pageOf(brand, request, 'asked'),
})
