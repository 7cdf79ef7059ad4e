import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { isDuplicate } from '#lib/platform/database/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { exportRequested } from './events.ts'
import { EXPORTS_A_DAY } from './schema.ts'

/**
 * Asks for a copy of everything that is held; a job makes it, in the language in which it was asked for.
 * @throws Refusal `exports.under_way` while one is being made, `exports.quota` beyond the number of a day
 */
export async function requestExport(grant: Grant<'exports:request'>, locale: Locale): Promise<{ id: string }> {
  const of = { brand: grant.brand, subjectId: subjectOf(grant) }
  try {
    return await inScope(grant, async (tx) => {
      const today = await tx.export.count({
        where: { ...of, requestedAt: { gt: clock.inDays(-1) }, state: { not: 'failed' } },
      })
      if (today >= EXPORTS_A_DAY) throw new Refusal('exports.quota', { times: EXPORTS_A_DAY })
      const stepsTotal = getManifest(grant.brand).categories.length
      const made = await tx.export.create({
        data: { ...of, locale, stepsTotal, requestedAt: clock.now() },
        select: { id: true },
      })
      await audit.record(tx, grant, exportRequested(made.id))
      await enqueue(tx, 'exports.build', { brand: of.brand, subject: of.subjectId, exportId: made.id })
      return made
    })
  } catch (fault) {
    if (isDuplicate(fault)) throw new Refusal('exports.under_way')
    throw fault
  }
}
