import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { notifyPerson } from '#lib/identity/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { isDuplicate } from '#lib/platform/database/index.ts'
import type { StoredFile } from '#lib/platform/storage/index.ts'
import { exportFailed, exportReady } from './events.ts'
import { moveExport } from './move-export.ts'
import { EXPORT_DAYS } from './schema.ts'

type Tracking = Grant<'exports:track'>

/** Marks an export as being made, and says in which language it was asked for; null where there is nothing to make. */
export async function startExport(grant: Tracking, exportId: string): Promise<{ locale: string | null } | null> {
  try {
    return await inScope(grant, async (tx) => {
      // The system role is bound to nobody: that the export is this person's must be asked here.
      const own = { id: exportId, brand: grant.brand, subjectId: subjectOf(grant) }
      const asked = await tx.export.findFirst({ where: own, select: { locale: true } })
      return asked && (await moveExport(tx, exportId, 'running', { stepsDone: 0, failure: null })) ? asked : null
    })
  } catch (fault) {
    // It failed before, and meanwhile the person asked for another one.
    if (isDuplicate(fault)) return null
    throw fault
  }
}

export async function reportSteps(grant: Tracking, exportId: string, stepsDone: number): Promise<void> {
  await inScope(grant, (tx) =>
    tx.export.updateMany({
      where: { id: exportId, state: 'running', stepsDone: { not: stepsDone } },
      data: { stepsDone },
    }),
  )
}

export async function finishExport(grant: Tracking, exportId: string, storageKey: string, stored: StoredFile) {
  await inScope(grant, async (tx) => {
    const row = await tx.export.findUniqueOrThrow({ where: { id: exportId }, select: { stepsTotal: true } })
    const moved = await moveExport(tx, exportId, 'ready', {
      stepsDone: row.stepsTotal,
      storageKey,
      bytes: BigInt(stored.bytes),
      sha256: stored.sha256,
      readyAt: clock.now(),
      expiresAt: clock.inDays(EXPORT_DAYS),
    })
    if (!moved) throw new Error('the export was taken away while it was made')
    await audit.record(tx, grant, exportReady(exportId, stored.bytes))
    const path = `/${grant.brand}/me/account/export`
    await notifyPerson(
      tx,
      { brand: grant.brand, subject: subjectOf(grant) },
      { kind: 'exports.ready', values: { days: EXPORT_DAYS }, path },
    )
  })
}

export async function failExport(grant: Tracking, exportId: string): Promise<void> {
  await inScope(grant, async (tx) => {
    if (await moveExport(tx, exportId, 'failed', { failure: 'build' }))
      await audit.record(tx, grant, exportFailed(exportId))
  })
}
