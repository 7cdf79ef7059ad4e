import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkCard } from '#components/transparency/link-card.tsx'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { issueGrant, PERMISSIONS, type StaffRole } from '#lib/access/index.ts'
import { countWaiting } from '#lib/approvals/index.ts'
import { OPERATIONS } from '#lib/operations/index.ts'
import { requireStaffActor } from '#lib/web/require-staff.ts'
import { ActingNotice } from './support/acting-notice.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.staff'))('label') }
}

const PAGES = [
  { key: 'support', href: '/staff/support', permission: 'support:find' },
  { key: 'refunds', href: '/staff/refunds', permission: 'payments:review' },
  { key: 'deliveries', href: '/staff/deliveries', permission: 'deliveries:review' },
  { key: 'requests', href: '/staff/requests', permission: 'requests:queue' },
  { key: 'arrears', href: '/staff/arrears', permission: 'arrears:review' },
  { key: 'billing', href: '/staff/billing', permission: 'billing-runs:review' },
  { key: 'agents', href: '/staff/agents', permission: 'agents:register' },
  { key: 'transfers', href: '/staff/transfers', permission: 'transfers:mark' },
  { key: 'access', href: '/staff/access', permission: 'audit:view' },
  { key: 'incidents', href: '/staff/incidents', permission: 'incidents:view' },
  { key: 'controllerChanges', href: '/staff/controller-changes', permission: 'controller-changes:view' },
  { key: 'windDowns', href: '/staff/wind-downs', permission: 'wind-downs:view' },
  { key: 'statistics', href: '/staff/statistics', permission: 'statistics:view' },
  { key: 'policies', href: '/staff/policies', permission: 'policies:review' },
  { key: 'bulkExports', href: '/staff/bulk-exports', permission: 'bulk-exports:view' },
  { key: 'approvals', href: '/staff/approvals', permission: 'approvals:view' },
] as const

/** Where staff arrive: what their role may do (ECH-10). */
export default async function StaffPage() {
  const staff = await requireStaffActor()
  const [t, shell, waiting] = await Promise.all([
    getTranslations('support.home'),
    getTranslations('shell.staff.roles'),
    countWaiting(issueGrant(staff, 'approvals:view', { brand: '' }), OPERATIONS),
  ])
  const pages = PAGES.filter(({ permission }) => holders(permission).includes(staff.role))
  return (
    <>
      <PageHeader title={t('title', { name: staff.name })} lead={t('lead', { role: shell(staff.role) })} />
      {staff.support ? <ActingNotice support={staff.support} /> : null}
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

function holders(permission: (typeof PAGES)[number]['permission']): readonly StaffRole[] {
  return PERMISSIONS[permission].holders
}
