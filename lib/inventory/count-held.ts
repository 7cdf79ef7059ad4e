import type { HeldBy, Holding } from '#lib/personal-data/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'

/** How many rows a holding has in a category (null: in its only one), and when the newest is from. */
export interface Counted {
  readonly shape: string
  readonly category: string | null
  readonly rows: bigint
  readonly newest: Date | null
}

/** Counts what holdings hold about one person: one statement whatever their number. */
export function countHeld(
  tx: Tx,
  of: Pick<HeldBy, 'brand' | 'subject'>,
  holdings: readonly Holding[],
): Promise<Counted[]> {
  const parts = holdings.map((holding) => Prisma.sql`(${holding.summary(of)})`)
  return tx.$queryRaw<Counted[]>`
    SELECT shape, category, rows::bigint AS rows, newest
    FROM (${Prisma.join(parts, ' UNION ALL ')}) AS held (shape, category, rows, newest)`
}

/** Counts one category, no further than so many rows where its holding can tell. */
export function countCategory(tx: Tx, of: HeldBy, holding: Holding, most: number): Promise<Counted[]> {
  const summary = holding.summaryUpTo?.(of, most) ?? holding.summary(of)
  return tx.$queryRaw<Counted[]>`
    SELECT shape, category, rows::bigint AS rows, newest FROM (${summary}) AS held (shape, category, rows, newest)`
}
