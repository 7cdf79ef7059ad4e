import type { Bookkeeping } from '#lib/personal-data/index.ts'

/** Exports that the person asked for, with their archives. Shown where they are asked for. */
export const exportsHeld: Bookkeeping = {
  models: ['Export'],
  async files(tx, { brand, subject }) {
    const rows = await tx.export.findMany({ where: { brand, subjectId: subject }, select: { id: true } })
    // By their keys rather than by what is noted: a build may have been broken off before it was noted.
    return rows.map((row) => `exports/${brand}/${row.id}.zip`)
  },
  async erase(tx, { brand, subject: subjectId }) {
    await tx.export.deleteMany({ where: { brand, subjectId } })
  },
}
