import { type Grant, inScope } from '#lib/access/index.ts'
import { Audience } from '#lib/announcements/schema.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { IncidentTexts } from './schema.ts'

/** Hours from knowing of a breach in which the authority is told (GDPR article 33, 1). */
export const REPORT_HOURS = 72

/** An incident as staff see it. */
export interface IncidentView {
  readonly id: string
  readonly state: 'draft' | 'told'
  readonly losses: readonly string[]
  readonly texts: IncidentTexts
  readonly audience: Audience
  readonly records: number | null
  readonly beganAt: Date | null
  readonly knownAt: Date
  readonly reportBy: Date
  readonly reportedAt: Date | null
  readonly lateReason: string | null
  readonly toldAt: Date | null
  /** The authority was not told in time, or its time is over. */
  readonly late: boolean
  /** Of what people are told and whom: what is approved is what is sent. */
  readonly digest: string
}

type Row = NonNullable<Awaited<ReturnType<Tx['incident']['findFirst']>>>

/** @throws Refusal `incidents.not_found` */
export async function getIncident(grant: Grant<'incidents:view' | 'incidents:manage'>, id: string) {
  return inScope(grant, (tx) => readIncident(tx, grant.brand, id))
}

export async function readIncident(tx: Tx, brand: string, id: string): Promise<IncidentView> {
  const row = await tx.incident.findFirst({ where: { id, brand } })
  if (!row) throw new Refusal('incidents.not_found')
  return view(row)
}

/** The incidents of a brand, the latest known first, by key. */
export async function listIncidents(
  grant: Grant<'incidents:view'>,
  { limit, before }: { readonly limit: number; readonly before?: { readonly at: Date; readonly id: string } },
): Promise<IncidentView[]> {
  const older = before
    ? { OR: [{ knownAt: { lt: before.at } }, { knownAt: before.at, id: { lt: before.id } }] }
    : undefined
  const rows = await inScope(grant, (tx) =>
    tx.incident.findMany({
      where: { brand: grant.brand, ...older },
      orderBy: [{ knownAt: 'desc' }, { id: 'desc' }],
      take: limit,
    }),
  )
  return rows.map(view)
}

function view(row: Row): IncidentView {
  const texts = IncidentTexts.parse(row.texts)
  const audience = Audience.parse(row.audience)
  const reportBy = new Date(row.knownAt.getTime() + REPORT_HOURS * 3_600_000)
  return {
    id: row.id,
    state: row.state === 'told' ? 'told' : 'draft',
    losses: row.losses,
    texts,
    audience,
    records: row.records,
    beganAt: row.beganAt,
    knownAt: row.knownAt,
    reportBy,
    reportedAt: row.reportedAt,
    lateReason: row.lateReason,
    toldAt: row.toldAt,
    late: (row.reportedAt ?? clock.now()) > reportBy,
    digest: sha256(JSON.stringify([texts, audience])).toString('hex'),
  }
}
