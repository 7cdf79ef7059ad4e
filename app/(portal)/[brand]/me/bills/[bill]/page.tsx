import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { billSheet } from '#app/bill-sheet.ts'
import { BillBadge } from '#components/billing/bill-badge.tsx'
import { BillTotals } from '#components/billing/bill-totals.tsx'
import { PaymentTable } from '#components/billing/payment-table.tsx'
import { PrintButton } from '#components/billing/print-button.tsx'
import { Button } from '#components/ui/button.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { SheetTable } from '#components/ui/sheet-table.tsx'
import { type Grant, inScope } from '#lib/access/index.ts'
import { findPlan } from '#lib/autopay/index.ts'
import { findBill } from '#lib/billing/index.ts'
import { isPayable } from '#lib/billing/schema.ts'
import { getManifest } from '#lib/brands/index.ts'
import { listPayments, listWaysToPay } from '#lib/payments/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { CreditNotice } from '../credit-notice.tsx'
import { PayLater } from './pay-later.tsx'
import { PaySection } from './pay-section.tsx'
import { PlanNotice } from './plan-notice.tsx'
import { ShareLink } from './share-link.tsx'

interface PageProps {
  params: Promise<{ brand: string; bill: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bills'))('one') }
}

function readBill(grant: Grant<'bills:view'>, billId: string) {
  return inScope(grant, async () => {
    const bill = await findBill(grant, billId)
    if (!bill) return null
    const own = grant.actor.kind === 'person'
    const open = isPayable(bill.state)
    const ways = own && open ? await listWaysToPay(grant, bill.currency) : []
    const plan = open ? await findPlan(grant, billId) : null
    return { bill, ways, plan, payments: await listPayments(grant, { billId }) }
  })
}

export default async function BillPage({ params }: PageProps) {
  const { brand, bill: billId } = await params
  const grant = await requireGrant('bills:view', brand)
  const [read, t, locale] = await Promise.all([readBill(grant, billId), getTranslations('bills'), requestLocale()])
  if (!read) notFound()
  const { bill, payments, ways, plan } = read
  const sheet = billSheet(bill, brand, locale)
  const manifest = getManifest(brand)
  const here = `/${brand}/me/bills/${bill.id}`
  const underWay = payments.find(({ state, opened }) => opened && (state === 'pending' || state === 'unknown'))
  // Money on its way may be all that is owed: nothing is to be paid twice.
  const payable = isPayable(bill.state) && bill.openMinor > 0n && !underWay
  return (
    <>
      <PageHeader
        title={t('bill', { number: bill.number })}
        back={{ href: `/${brand}/me/bills`, label: t('title') }}
        action={
          payable && grant.actor.kind === 'person' ? (
            <Button href={`${here}#pay`} icon="card">
              {t('pay')}
            </Button>
          ) : undefined
        }
      />
      {underWay ? (
        <Notice
          tone={underWay.state === 'pending' ? 'info' : 'warn'}
          title={t(`underWay.${underWay.state}.title`)}
          action={
            <Button href={`${here}/return?payment=${underWay.id}`} tone="secondary" icon="refresh">
              {t('underWay.ask')}
            </Button>
          }
        >
          {t(`underWay.${underWay.state}.text`)}
        </Notice>
      ) : null}
      <DescriptionList
        items={[{ term: t('columns.state'), value: <BillBadge standing={bill.standing} /> }, ...sheet.facts]}
      />
      <Section title={t('lines.title')} lead={t('lines.lead')}>
        <SheetTable table={sheet.lines} />
        <BillTotals totals={sheet.totals} />
      </Section>
      {payable && plan ? <PlanNotice brand={brand} plan={plan} /> : null}
      {payable && bill.walletMinor > 0n ? (
        <CreditNotice
          brand={brand}
          credit={[{ currency: bill.currency, amountMinor: bill.walletMinor }]}
          bill={bill}
          own={grant.actor.kind === 'person'}
        />
      ) : null}
      {payable ? <PaySection brand={brand} bill={bill} ways={ways} own={grant.actor.kind === 'person'} /> : null}
      {payable && grant.actor.kind === 'person' ? <ShareLink brand={brand} billId={bill.id} /> : null}
      {sheet.instalments ? (
        <Section title={sheet.instalments.caption} lead={t(`later.instalments.${bill.arrangement?.state ?? 'active'}`)}>
          <SheetTable table={sheet.instalments} />
        </Section>
      ) : null}
      {payable ? <PayLater brand={brand} bill={bill} own={grant.actor.kind === 'person'} /> : null}
      {payments.length > 0 ? (
        <Section title={t('payments')}>
          <PaymentTable caption={t('payments')} payments={payments} zone={manifest.zone} />
        </Section>
      ) : null}
      <div className="mt-8 flex flex-wrap gap-4 print:hidden">
        {payments.some(({ state }) => state === 'succeeded') ? (
          <Button href={`${here}/receipt`} tone="secondary" icon="document">
            {t('receipt.open')}
          </Button>
        ) : null}
        <Button href={`/api/${brand}/bills/${bill.id}/pdf`} tone="secondary" icon="download" external>
          {t('pdf')}
        </Button>
        {bill.creditNote ? (
          <Button href={`/api/${brand}/bills/${bill.id}/credit-note`} tone="secondary" icon="download" external>
            {t('creditNote.pdf', { number: bill.creditNote.number })}
          </Button>
        ) : null}
        <PrintButton label={t('print')} />
      </div>
    </>
  )
}
