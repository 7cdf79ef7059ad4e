import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Form, type FormProps } from '#components/ui/form.tsx'
import { Table } from '#components/ui/table.tsx'
import type { SessionRow } from '#lib/identity/schema.ts'

interface SessionTableProps {
  brand: string
  zone: string
  sessions: readonly SessionRow[]
  end: FormProps['action']
}

/** The open sessions, each with the button that ends it; the one that asks has none. */
export function SessionTable({ brand, zone, sessions, end }: SessionTableProps) {
  const t = useTranslations('identity.sessions')
  return (
    <Table
      caption={t('caption')}
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        { key: 'client', label: t('client'), names: true, cell: ({ client }) => client },
        { key: 'ip', label: t('address'), cell: ({ ip }) => ip },
        {
          key: 'started',
          label: t('started'),
          cell: ({ createdAt }) => <DateTime at={createdAt} zone={zone} show="datetime" />,
        },
        {
          key: 'seen',
          label: t('seen'),
          cell: ({ lastSeenAt }) => <DateTime at={lastSeenAt} zone={zone} show="datetime" />,
        },
        {
          key: 'end',
          label: t('actions'),
          bare: true,
          cell: ({ id, client, current }) =>
            current ? (
              <Badge tone="info">{t('this')}</Badge>
            ) : (
              <Form
                inline
                tone="secondary"
                action={end}
                hidden={{ brand, sessionId: id }}
                submit={t('end')}
                label={t('endLabel', { client })}
              />
            ),
        },
      ]}
    />
  )
}
