import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BillTotals } from '#components/billing/bill-totals.tsx'
import { PaymentTable } from '#components/billing/payment-table.tsx'
import { Period } from '#components/billing/period.tsx'
import { PrintButton } from '#components/billing/print-button.tsx'
import { VatTable } from '#components/billing/vat-table.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { type Grant, inScope } from '#lib/access/index.ts'
import { findBill } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { listPayments } from '#lib/payments/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'

interface PageProps {
  params: Promise<{ brand: string; bill: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bills'))('receipt.title') }
}

function readReceipt(grant: Grant<'bills:view'>, billId: string) {
  return inScope(grant, async () => {
    const bill = await findBill(grant, billId)
    if (!bill) return null
    const payments = (await listPayments(grant, { billId })).filter(({ state }) => state === 'succeeded')
    return payments.length > 0 ? { bill, payments } : null
  })
}

/** What was paid, to whom, for what: made to be printed. */
export default async function ReceiptPage({ params }: PageProps) {
  const { brand, bill: billId } = await params
  const grant = await requireGrant('bills:view', brand)
  const [receipt, t, locale] = await Promise.all([
    readReceipt(grant, billId),
    getTranslations('bills.receipt'),
    requestLocale(),
  ])
  if (!receipt) notFound()
  const { bill, payments } = receipt
  const { controller, zone } = getManifest(brand)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t(bill.openMinor > 0n ? 'part' : 'whole', { number: bill.number })}
        back={{ href: `/${brand}/me/bills/${bill.id}`, label: t('back', { number: bill.number }) }}
        action={<PrintButton label={t('print')} />}
      />
      <DescriptionList
        items={[
          {
            term: t('seller'),
            value: (
              <>
                {controller.name}
                <br />
                {controller.address[locale]}
                <br />
                {controller.email}
              </>
            ),
          },
          { term: t('number'), value: bill.number },
          { term: t('period'), value: <Period from={bill.periodStart} before={bill.periodEnd} /> },
          { term: t('issued'), value: <DateTime at={bill.issuedOn} show="long" /> },
        ]}
      />
      <Section title={t('paid')}>
        <PaymentTable receipt caption={t('paid')} payments={payments} zone={zone} />
      </Section>
      <Section title={t('amounts')}>
        <VatTable lines={bill.lines} currency={bill.currency} />
        <BillTotals {...bill} />
      </Section>
    </>
  )
}
