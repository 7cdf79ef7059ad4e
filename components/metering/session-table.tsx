import { useTranslations } from 'next-intl'
import { DateTime } from '#components/ui/date-time.tsx'
import { Money } from '#components/ui/money.tsx'
import { Table } from '#components/ui/table.tsx'
import type { ChargingSession } from '#lib/metering/schema.ts'
import { Quantity } from './quantity.tsx'

/** Charging sessions, newest first. */
export function SessionTable({ sessions, zone }: { sessions: readonly ChargingSession[]; zone: string }) {
  const t = useTranslations('usage.sessions')
  return (
    <Table
      caption={t('title')}
      rows={sessions}
      rowKey={(session) => session.id}
      columns={[
        {
          key: 'start',
          label: t('start'),
          names: true,
          cell: (session) => <DateTime at={session.startedAt} zone={zone} show="datetime" />,
        },
        { key: 'length', label: t('length'), align: 'end', cell: (session) => minutes(session) },
        { key: 'station', label: t('station'), cell: (session) => session.station ?? '–' },
        {
          key: 'energy',
          label: t('energy'),
          align: 'end',
          cell: (session) => <Quantity value={session.energyWh} unit="Wh" />,
        },
        {
          key: 'cost',
          label: t('cost'),
          align: 'end',
          cell: (session) =>
            session.costMinor !== null && session.currency ? (
              <Money minor={session.costMinor} currency={session.currency} />
            ) : (
              '–'
            ),
        },
      ]}
    />
  )

  function minutes({ startedAt, endedAt }: ChargingSession): string {
    const whole = Math.round((endedAt.getTime() - startedAt.getTime()) / 60_000)
    return t('minutes', { hours: Math.floor(whole / 60), minutes: whole % 60 })
  }
}
