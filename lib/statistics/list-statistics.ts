import { type Grant, inScope } from '#lib/access/index.ts'

/** One figure of many people. */
export interface StatisticView {
  readonly month: Date
  readonly measure: string
  readonly people: number
  readonly amount: bigint
}

/** The figures of a brand, the latest month first. */
export function listStatistics(grant: Grant<'statistics:view'>): Promise<StatisticView[]> {
  return inScope(grant, (tx) =>
    tx.statistic.findMany({
      where: { brand: grant.brand },
      orderBy: [{ month: 'desc' }, { measure: 'asc' }],
      select: { month: true, measure: true, people: true, amount: true },
      take: 300,
    }),
  )
}
