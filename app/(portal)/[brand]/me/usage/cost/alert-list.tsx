import { useTranslations } from 'next-intl'
import { DateTime } from '#components/ui/date-time.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table } from '#components/ui/table.tsx'
import type { UsageAlertView } from '#lib/outlook/index.ts'

/** What the person was told about their use, newest first. */
export function AlertList({ alerts }: { alerts: readonly UsageAlertView[] }) {
  const t = useTranslations('outlook.alerts')
  return (
    <Section title={t('title')}>
      {alerts.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <Table
          caption={t('title')}
          rows={alerts}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'what',
              label: t('what'),
              names: true,
              cell: ({ kind, serial }) => t(kind, { serial: serial ?? '' }),
            },
            { key: 'day', label: t('day'), align: 'end', cell: ({ day }) => <DateTime at={day} show="date" /> },
          ]}
        />
      )}
    </Section>
  )
}
