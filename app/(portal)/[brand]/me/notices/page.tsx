import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BillLink } from '#components/billing/bill-link.tsx'
import { PushIsland } from '#components/notices/push-island.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatList } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { Table } from '#components/ui/table.tsx'
import { inScope } from '#lib/access/index.ts'
import { type ArrearsNoticeView, readNotices } from '#lib/arrears/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { listPush, type PushBrowser } from '#lib/notifications/index.ts'
import { environment } from '#lib/platform/environment.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { chooseRemindersAction, subscribePushAction, unsubscribePushAction } from './actions.ts'

interface PageProps {
  params: Promise<{ brand: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('title') }
}

/** What people are told about unpaid bills, by which ways, and what of it can be switched off (ENB-17). */
export default async function NoticesPage({ params }: PageProps) {
  const { brand } = await params
  const grant = await requireGrant('notices:view', brand)
  const [{ notices, reminders, browsers }, t] = await Promise.all([
    inScope(grant, async () => ({ ...(await readNotices(grant)), browsers: await listPush(grant) })),
    getTranslations('notices'),
  ])
  const { arrears, zone } = getManifest(brand)
  const legal = arrears.stages.filter((stage) => stage.legal).map(({ key }) => t(`stages.${key}`))
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: `/${brand}/me/bills`, label: (await getTranslations('bills'))('title') }}
      />
      <Section title={t('reminders.title')}>
        <Switch
          action={chooseRemindersAction}
          name="reminders"
          label={t('reminders.label')}
          on={reminders}
          hidden={{ brand, returnTo: `/${brand}/me/notices` }}
        >
          <p>{t('reminders.legal', { stages: formatList(legal, await requestLocale()) })}</p>
          <p>{t('reminders.quiet', { ...arrears.quiet, zone })}</p>
        </Switch>
      </Section>
      <Section title={t('push.title')} lead={t('push.lead')}>
        <noscript>
          <p className="text-ink-soft">{t('push.script')}</p>
        </noscript>
        <PushIsland
          action={subscribePushAction}
          brand={brand}
          publicKey={environment().VAPID_PUBLIC_KEY}
          words={{
            on: t('push.on'),
            working: t('push.working'),
            here: t('push.here'),
            unsupported: t('push.unsupported'),
            denied: t('push.denied'),
            failed: t('push.failed'),
          }}
        />
        {browsers.length > 0 ? <Browsers brand={brand} zone={zone} browsers={browsers} /> : null}
      </Section>
      <Section title={t('history.title')}>
        {notices.length > 0 ? (
          <History brand={brand} zone={zone} notices={notices} />
        ) : (
          <EmptyState icon="check" title={t('history.empty')} />
        )}
      </Section>
    </>
  )
}

async function Browsers({ brand, zone, browsers }: { brand: string; zone: string; browsers: readonly PushBrowser[] }) {
  const t = await getTranslations('notices.push')
  return (
    <div className="mt-6">
      <Table
        caption={t('browsers')}
        showCaption
        rows={browsers}
        rowKey={({ id }) => id}
        columns={[
          { key: 'browser', label: t('browser'), names: true, cell: ({ client }) => client },
          { key: 'since', label: t('since'), cell: ({ createdAt }) => <DateTime at={createdAt} zone={zone} /> },
          {
            key: 'remove',
            label: t('remove'),
            bare: true,
            cell: ({ id, client }) => (
              <Form
                inline
                tone="secondary"
                action={unsubscribePushAction}
                hidden={{ brand, subscriptionId: id }}
                submit={t('remove')}
                label={t('removeOf', { browser: client })}
              />
            ),
          },
        ]}
      />
    </div>
  )
}

async function History({
  brand,
  zone,
  notices,
}: {
  brand: string
  zone: string
  notices: readonly ArrearsNoticeView[]
}) {
  const t = await getTranslations('notices')
  return (
    <Table
      caption={t('history.title')}
      rows={notices}
      rowKey={({ id }) => id}
      columns={[
        { key: 'what', label: t('history.what'), names: true, cell: ({ stage }) => t(`stages.${stage}`) },
        {
          key: 'bill',
          label: t('history.bill'),
          cell: ({ billId, number }) => (
            <BillLink href={`/${brand}/me/bills/${billId}`}>{t('history.link', { number })}</BillLink>
          ),
        },
        { key: 'due', label: t('history.due'), cell: ({ payableOn }) => <DateTime at={payableOn} /> },
        {
          key: 'at',
          label: t('history.at'),
          cell: ({ createdAt }) => <DateTime at={createdAt} zone={zone} show="datetime" />,
        },
        { key: 'how', label: t('history.how'), cell: ({ sent }) => t(sent ? 'history.sent' : 'history.shown') },
      ]}
    />
  )
}
