import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Table } from '#components/ui/table.tsx'
import type { Tone } from '#components/ui/tone.ts'
import type { ExportState, ExportView } from '#lib/exports/schema.ts'
import { FileSize } from './file-size.tsx'

const TONES: Record<ExportState, Tone> = {
  requested: 'info',
  running: 'info',
  ready: 'good',
  failed: 'bad',
  expired: 'neutral',
}

/** The exports that were asked for before. */
export function ExportHistory({ exports, zone }: { exports: readonly ExportView[]; zone: string }) {
  const t = useTranslations('exports')
  if (exports.length === 0) return <p className="text-ink-soft">{t('history.empty')}</p>
  return (
    <Table
      caption={t('history.title')}
      rows={exports}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'asked',
          label: t('history.asked'),
          names: true,
          cell: (row) => <DateTime at={row.requestedAt} zone={zone} show="datetime" />,
        },
        {
          key: 'state',
          label: t('history.state'),
          cell: (row) => <Badge tone={TONES[row.state]}>{t(`states.${row.state}`)}</Badge>,
        },
        {
          key: 'size',
          label: t('history.size'),
          align: 'end',
          cell: (row) => (row.bytes === null ? '–' : <FileSize bytes={row.bytes} />),
        },
        {
          key: 'until',
          label: t('history.until'),
          cell: (row) => (row.expiresAt ? <DateTime at={row.expiresAt} zone={zone} /> : '–'),
        },
      ]}
    />
  )
}
