import { useLocale, useTranslations } from 'next-intl'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { formatNumber } from '#components/ui/format.ts'
import { Table } from '#components/ui/table.tsx'
import type { PlannedEnd } from '#lib/retention/schema.ts'

interface Planned extends PlannedEnd {
  readonly name: string
  readonly reason: string
  readonly rows: number
}

/** What goes with an account and what has to stay, on which ground and until when (WEA-11). */
export function ClosingPlanTables({ planned, zone }: { planned: readonly Planned[]; zone: string }) {
  const t = useTranslations('retention.close')
  const grounds = useTranslations('inventory.grounds')
  const locale = useLocale()
  const gone = planned.filter((entry) => entry.end === 'erased')
  const stays = planned.filter((entry) => entry.end !== 'erased')
  return (
    <div className="grid gap-8">
      <div>
        <h3 className="mb-2 text-lg">{t('gone.title')}</h3>
        <DescriptionList
          short
          items={gone.map((row) => ({
            key: row.category,
            term: row.name,
            value: t('gone.count', { count: row.rows }),
          }))}
        />
      </div>
      <div>
        <h3 className="mb-2 text-lg">{t('stays.title')}</h3>
        {stays.length === 0 ? (
          <p>{t('stays.none')}</p>
        ) : (
          <Table
            caption={t('stays.caption')}
            rows={stays}
            rowKey={(row) => row.category}
            columns={[
              { key: 'what', label: t('gone.what'), names: true, cell: (row) => row.name },
              { key: 'rows', label: t('gone.rows'), align: 'end', cell: (row) => formatNumber(row.rows, locale) },
              {
                key: 'ground',
                label: t('stays.ground'),
                cell: (row) => (
                  <>
                    <span className="block first-letter:uppercase">
                      {row.ground
                        ? t('stays.because', { ground: grounds(row.ground), end: t(`stays.${row.end}`) })
                        : t(`stays.${row.end}`)}
                    </span>
                    <span className="block text-sm text-ink-soft">{row.reason}</span>
                  </>
                ),
              },
              {
                key: 'until',
                label: t('stays.until'),
                cell: (row) => (row.until ? <DateTime at={row.until} zone={zone} /> : null),
              },
            ]}
          />
        )}
      </div>
    </div>
  )
}
