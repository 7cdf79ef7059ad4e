import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Field } from '#components/ui/field.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { listTakenPayments } from '#lib/payments/index.ts'
import { pagesAround, readPage } from '#lib/web/page-cursor.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { BrandChoice } from '../brand-choice.tsx'
import { toTools } from '../to-tools.ts'
import { TakenPaymentCard } from './taken-payment-card.tsx'

interface PageProps {
  searchParams: Promise<{ brand?: string; bill?: string | string[]; before?: string }>
}

const SIZE = 20

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('payments.staff'))('title') }
}

/** What was taken for the bill of a number, what went back of it, and the form to ask for more to go back. */
export default async function RefundsPage({ searchParams }: PageProps) {
  const { brand: asked, bill = '', before } = await searchParams
  const brand = BRAND_KEYS.find((key) => key === asked) ?? BRAND_KEYS[0] ?? ''
  const grant = await requireStaff('payments:review', brand)
  const number = typeof bill === 'string' ? bill.trim().slice(0, 60) : ''
  const page = readPage(before, SIZE)
  const [payments, t] = await Promise.all([
    number ? listTakenPayments(grant, number, page) : Promise.resolve([]),
    getTranslations('payments.staff'),
  ])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={await toTools()} />
      <BrandChoice brand={brand}>
        <Field name="bill" label={t('number')} defaultValue={number} width={16} maxLength={60} autoComplete="off" />
      </BrandChoice>
      {number && payments.length === 0 ? <EmptyState icon="bills" title={t('none')} /> : null}
      <div className="grid gap-4">
        {payments.slice(0, SIZE).map((payment) => (
          <TakenPaymentCard key={payment.id} brand={brand} zone={getManifest(brand).zone} payment={payment} />
        ))}
      </div>
      <Pagination
        {...pagesAround(`/staff/refunds?${new URLSearchParams({ brand, bill: number })}`, {
          ...page,
          size: SIZE,
          rows: payments,
        })}
      />
    </>
  )
}
