'use server'

import { answerChange } from '#lib/controller-changes/index.ts'
import { AnswerChange } from '#lib/controller-changes/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const answerChangeAction = defineAction({
  permission: 'controller-changes:answer',
  input: AnswerChange,
  async run(grant, input) {
    await answerChange(grant, input)
    return { message: `controller_changes.mine.noted_${input.answer}` }
  },
})
