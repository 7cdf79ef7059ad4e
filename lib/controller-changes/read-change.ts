import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { countDeliveries, type DeliveryCounts } from '#lib/announcements/index.ts'
import { InLanguages } from '#lib/announcements/schema.ts'
import { getManifest } from '#lib/brands/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { NewController } from './schema.ts'

/** What a person is asked. */
export interface MyChange {
  readonly id: string
  readonly controller: NewController
  readonly what: InLanguages
  /** A calendar day; answers count until it begins. */
  readonly transferOn: string
  readonly answer: 'agreed' | 'refused' | null
  /** Its day has not come. */
  readonly open: boolean
}

/** How a change of controller stands. */
export interface ChangeView extends Omit<MyChange, 'answer'> {
  readonly startedAt: Date
  readonly settledAt: Date | null
  readonly agreed: number
  readonly refused: number
  readonly silent: number
  /** How many of them were written to once more before the day. */
  readonly reminded: number
  readonly announcement: string | null
  readonly told: DeliveryCounts | null
}

interface Row {
  readonly id: string
  readonly brand: string
  readonly controller: unknown
  readonly what: unknown
  readonly transferOn: Date
  readonly settledAt: Date | null
}

/** The open change of the person's brand with what they said to it; null where there is none. */
export async function findMyChange(
  grant: Grant<'announcements:view' | 'controller-changes:answer'>,
): Promise<MyChange | null> {
  const { brand } = grant
  return inScope(grant, async (tx) => {
    const row = await tx.controllerChange.findFirst({ where: { brand, settledAt: null } })
    if (!row) return null
    const given = await tx.controllerAnswer.findFirst({
      where: { brand, subjectId: subjectOf(grant), changeId: row.id },
      select: { answer: true },
    })
    const answer = given?.answer === 'agreed' || given?.answer === 'refused' ? given.answer : null
    return { ...facts(row), answer }
  })
}

/** The latest change of controller of a brand, for staff; null where there was none. */
export async function readChange(grant: Grant<'controller-changes:view'>): Promise<ChangeView | null> {
  const { brand } = grant
  return inScope(grant, async (tx) => {
    const row = await tx.controllerChange.findFirst({ where: { brand }, orderBy: { startedAt: 'desc' } })
    if (!row) return null
    const announcement = await tx.announcement.findFirst({
      where: { brand, kind: 'controller_change', sourceId: row.id },
      select: { id: true },
    })
    const [counts] = await tx.$queryRaw<{ agreed: number; refused: number; silent: number; reminded: number }[]>`
      SELECT count(*) FILTER (WHERE c.answer = 'agreed')::int AS agreed,
             count(*) FILTER (WHERE c.answer = 'refused')::int AS refused,
             count(*) FILTER (WHERE c.answer IS NULL)::int AS silent,
             (SELECT count(DISTINCT r.subject_id) FROM controller_reminder r WHERE r.change_id = ${row.id}::uuid)::int AS reminded
      FROM account a LEFT JOIN controller_answer c ON c.subject_id = a.id AND c.change_id = ${row.id}::uuid
      WHERE a.brand = ${brand} AND a.state IN ('active', 'closing', 'suspended')`
    const { agreed = 0, refused = 0, silent = 0, reminded = 0 } = counts ?? {}
    return {
      ...facts(row),
      startedAt: row.startedAt,
      settledAt: row.settledAt,
      agreed,
      refused,
      silent,
      reminded,
      announcement: announcement?.id ?? null,
      told: announcement && (await countDeliveries(tx, announcement.id)),
    }
  })
}

function facts(row: Row) {
  const transferOn = row.transferOn.toISOString().slice(0, 10)
  return {
    id: row.id,
    controller: NewController.parse(row.controller),
    what: InLanguages.parse(row.what),
    transferOn,
    open: row.settledAt === null && localDay(clock.now(), getManifest(row.brand).zone) < transferOn,
  }
}
