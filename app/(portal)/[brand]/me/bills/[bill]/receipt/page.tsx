import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { receiptSheet } from '#app/receipt-sheet.ts'
import { BillTotals } from '#components/billing/bill-totals.tsx'
import { PrintButton } from '#components/billing/print-button.tsx'
import { Button } from '#components/ui/button.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { SheetTable } from '#components/ui/sheet-table.tsx'
import { type Grant, inScope } from '#lib/access/index.ts'
import { findBill } from '#lib/billing/index.ts'
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
  const { bill } = receipt
  const sheet = receiptSheet(receipt, brand, locale)
  return (
    <>
      <PageHeader
        title={sheet.title}
        lead={sheet.lead}
        back={{ href: `/${brand}/me/bills/${bill.id}`, label: t('back', { number: bill.number }) }}
        action={<PrintButton label={t('print')} />}
      />
      <DescriptionList
        items={sheet.facts.map(({ term, value }) => ({
          term,
          value: <span className="whitespace-pre-line">{value}</span>,
        }))}
      />
      <Section title={t('paid')}>
        <SheetTable table={sheet.payments} />
      </Section>
      <Section title={t('amounts')}>
        <SheetTable table={sheet.vat} />
        <BillTotals totals={sheet.totals} />
      </Section>
      <div className="mt-8 print:hidden">
        <Button href={`/api/${brand}/bills/${bill.id}/receipt`} tone="secondary" icon="download" external>
          {t('pdf')}
        </Button>
      </div>
    </>
  )
}
