import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkCard } from '#components/transparency/link-card.tsx'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { type Grant, issueGrant, type Permission, permissionRow } from '#lib/access/index.ts'
import { countWaiting } from '#lib/approvals/index.ts'
import { BRAND_KEYS } from '#lib/brands/index.ts'
import { countFailed } from '#lib/deliveries/index.ts'
import { OPERATIONS } from '#lib/operations/index.ts'
import { countQueues } from '#lib/requests/index.ts'
import { requireStaffActor } from '#lib/web/require-staff.ts'
import { ActingNotice } from './support/acting-notice.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.staff'))('label') }
}

const PAGES = [
  { key: 'support', href: '/staff/support', permission: 'support:find' },
  { key: 'requests', href: '/staff/requests', permission: 'requests:queue' },
  { key: 'approvals', href: '/staff/approvals', permission: 'approvals:view' },
  { key: 'incidents', href: '/staff/incidents', permission: 'incidents:view' },
  { key: 'deliveries', href: '/staff/deliveries', permission: 'deliveries:review' },
  { key: 'refunds', href: '/staff/refunds', permission: 'payments:review' },
  { key: 'arrears', href: '/staff/arrears', permission: 'arrears:review' },
  { key: 'billing', href: '/staff/billing', permission: 'billing-runs:review' },
  { key: 'access', href: '/staff/access', permission: 'audit:view' },
  { key: 'policies', href: '/staff/policies', permission: 'policies:review' },
  { key: 'bulkExports', href: '/staff/bulk-exports', permission: 'bulk-exports:view' },
  { key: 'statistics', href: '/staff/statistics', permission: 'statistics:view' },
  { key: 'transfers', href: '/staff/transfers', permission: 'transfers:mark' },
  { key: 'agents', href: '/staff/agents', permission: 'agents:register' },
  { key: 'controllerChanges', href: '/staff/controller-changes', permission: 'controller-changes:view' },
  { key: 'windDowns', href: '/staff/wind-downs', permission: 'wind-downs:view' },
] as const

/** Where staff arrive: what their role may do (ECH-10). */
export default async function StaffPage() {
  const staff = await requireStaffActor()
  const [t, shell, waiting, late, failed] = await Promise.all([
    getTranslations('support.home'),
    getTranslations('shell.staff.roles'),
    countWaiting(issueGrant(staff, 'approvals:view', { brand: '' }), OPERATIONS),
    holders('requests:survey').includes(staff.role)
      ? countLate(issueGrant(staff, 'requests:survey', { brand: '', brands: BRAND_KEYS }))
      : 0,
    holders('deliveries:count').includes(staff.role)
      ? countFailed(issueGrant(staff, 'deliveries:count', { brand: '' }))
      : null,
  ])
  const pages = PAGES.filter(({ permission }) => holders(permission).includes(staff.role))
  return (
    <>
      <PageHeader title={t('title', { name: staff.name })} lead={t('lead', { role: shell(staff.role) })} />
      {staff.support ? <ActingNotice support={staff.support} /> : null}
      {late > 0 ? (
        <Notice
          tone="warn"
          title={t('requests.late', { count: late })}
          action={<Button href="/staff/requests?part=overdue">{t('requests.see')}</Button>}
        />
      ) : null}
      {failed && failed.size > 0 ? (
        <Notice
          tone="warn"
          title={t('deliveries.failed', { count: [...failed.values()].reduce((sum, count) => sum + count, 0) })}
          action={<Button href="/staff/deliveries">{t('requests.see')}</Button>}
        />
      ) : null}
      {waiting > 0 ? (
        <Notice
          title={t('approvals.waiting', { count: waiting })}
          action={<Button href="/staff/approvals">{t('approvals.title')}</Button>}
        />
      ) : null}
      <ul className="grid gap-3 sm:grid-cols-2">
        {pages.map(({ key, href }) => (
          <li key={key} className="grid">
            <LinkCard href={href} title={t(`${key}.title`)} text={t(`${key}.text`)} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** How many answers are late, over all brands. */
async function countLate(grant: Grant<'requests:survey'>): Promise<number> {
  return (await countQueues(grant)).reduce((sum, { overdue }) => sum + overdue, 0)
}

function holders(permission: Permission): readonly string[] {
  return permissionRow(permission).holders
}
