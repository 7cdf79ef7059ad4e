import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Table } from '#components/ui/table.tsx'
import type { SignInRow } from '#lib/identity/schema.ts'

/** The latest attempts to sign in, failed ones marked by word and icon. */
export function SignInTable({ attempts, zone }: { attempts: readonly SignInRow[]; zone: string }) {
  const t = useTranslations('identity.sessions')
  return (
    <Table
      caption={t('historyCaption')}
      rows={attempts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'when',
          label: t('when'),
          names: true,
          cell: ({ occurredAt }) => <DateTime at={occurredAt} zone={zone} show="datetime" />,
        },
        {
          key: 'outcome',
          label: t('outcome'),
          cell: ({ outcome, method }) => (
            <>
              <Badge tone={outcome === 'success' ? 'good' : 'warn'}>{t(`outcomes.${outcome}`)}</Badge>{' '}
              <span className="text-sm text-ink-soft">{t(`methods.${method}`)}</span>
            </>
          ),
        },
        { key: 'client', label: t('client'), cell: ({ client }) => client },
        { key: 'ip', label: t('address'), cell: ({ ip }) => ip },
      ]}
    />
  )
}
