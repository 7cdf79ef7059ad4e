'use server'

import { dismissCorrection } from '#lib/billing-runs/index.ts'
import { DismissCorrection } from '#lib/billing-runs/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const dismissCorrectionAction = defineAction({
  permission: 'billing-runs:dismiss',
  input: DismissCorrection,
  async run(grant, input) {
    await dismissCorrection(grant, input)
    return { redirectTo: `/staff/billing?brand=${grant.brand}` }
  },
})
