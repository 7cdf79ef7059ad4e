'use server'

import { setBudget } from '#lib/outlook/index.ts'
import { SetBudget } from '#lib/outlook/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const setBudgetAction = defineAction({
  permission: 'budgets:set',
  input: SetBudget,
  async run(grant, input) {
    const { removed } = await setBudget(grant, input)
    return { message: removed ? 'outlook.budget.removed' : 'outlook.budget.saved' }
  },
})
