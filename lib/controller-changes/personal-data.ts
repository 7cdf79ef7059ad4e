import type { Bookkeeping } from '#lib/personal-data/index.ts'

/** What the person said to a change of controller. */
export const controllerAnswersHeld: Bookkeeping = {
  models: ['ControllerAnswer'],
  async erase(tx, { brand, subject: subjectId }) {
    await tx.controllerAnswer.deleteMany({ where: { brand, subjectId } })
  },
}
