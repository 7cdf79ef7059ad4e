import type { Bookkeeping } from '#lib/personal-data/index.ts'

/** What the person said to a change of controller, and that they were reminded to. */
export const controllerAnswersHeld: Bookkeeping = {
  models: ['ControllerAnswer', 'ControllerReminder'],
  async erase(tx, { brand, subject: subjectId }) {
    await tx.controllerAnswer.deleteMany({ where: { brand, subjectId } })
    await tx.controllerReminder.deleteMany({ where: { brand, subjectId } })
  },
}
