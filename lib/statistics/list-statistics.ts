import { type Grant, inScope } from '#lib/access/index.ts'

/** One figure of many people. */
interface StatisticView {
  readonly month: Date
  readonly measure: string
  readonly people: number
  readonly amount: bigint
}

export interface StatisticsPage {
  readonly rows: readonly StatisticView[]
  /** The last month of this page, where months before it have figures too. */
  readonly older: Date | null
}

/** The figures of a brand by whole months, the latest first. */
export function listStatistics(
  grant: Grant<'statistics:view'>,
  { months, before }: { readonly months: number; readonly before?: Date },
): Promise<StatisticsPage> {
  const { brand } = grant
  return inScope(grant, async (tx) => {
    const found = await tx.statistic.findMany({
      where: { brand, ...(before ? { month: { lt: before } } : {}) },
      distinct: ['month'],
      orderBy: { month: 'desc' },
      select: { month: true },
      take: months + 1,
    })
    const shown = found.slice(0, months).map(({ month }) => month)
    const rows = await tx.statistic.findMany({
      where: { brand, month: { in: shown } },
      orderBy: [{ month: 'desc' }, { measure: 'asc' }],
      select: { month: true, measure: true, people: true, amount: true },
    })
    return { rows, older: found.length > months ? (shown.at(-1) ?? null) : null }
  })
}
