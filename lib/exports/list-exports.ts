import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { EXPORT_STATES, type ExportState, type ExportView } from './schema.ts'

/** The person's exports, newest first. The quota of a day keeps them few; older ones than the last twenty are not shown. */
export async function listExports(grant: Grant<'exports:view'>): Promise<ExportView[]> {
  const rows = await inScope(grant, (tx) =>
    tx.export.findMany({
      where: { brand: grant.brand, subjectId: subjectOf(grant) },
      orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
      take: 20,
    }),
  )
  return rows.map((row) => ({
    id: row.id,
    state: stateOf(row.state, row.expiresAt),
    stepsDone: row.stepsDone,
    stepsTotal: row.stepsTotal,
    bytes: row.bytes === null ? null : Number(row.bytes),
    sha256: row.sha256 ? Buffer.from(row.sha256).toString('hex') : null,
    requestedAt: row.requestedAt,
    expiresAt: row.expiresAt,
  }))
}

// The sweep removes what expired once a day; it cannot be downloaded from the minute it expired.
function stateOf(state: string, expiresAt: Date | null): ExportState {
  if (state === 'ready' && expiresAt && expiresAt <= clock.now()) return 'expired'
  return EXPORT_STATES.find((known) => known === state) ?? 'failed'
}
