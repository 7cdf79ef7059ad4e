'use server'

import { publishPolicyOperation } from '#lib/policies/index.ts'
import { PublishPolicy } from '#lib/policies/schema.ts'
import { defineAsk } from '../define-ask.ts'

export const askPublishAction = defineAsk(publishPolicyOperation, {
  input: PublishPolicy,
  returnTo: () => '/staff/policies',
})
