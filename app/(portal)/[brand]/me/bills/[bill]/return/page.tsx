import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PaymentOutcome } from '#components/billing/payment-outcome.tsx'
import { Button } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { type ReturnedPayment, settleReturned } from '#lib/payments/index.ts'
import { requireGrant } from '#lib/web/require-grant.ts'

interface PageProps {
  params: Promise<{ brand: string; bill: string }>
  searchParams: Promise<{ payment?: string; left?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('payments'))('back.title') }
}

/** Where a person comes back to from a provider: asks it, and says what is known and what is not. */
export default async function ReturnPage({ params, searchParams }: PageProps) {
  const { brand, bill: billId } = await params
  const { payment: paymentId = '', left } = await searchParams
  const grant = await requireGrant('payments:view', brand)
  const payment = await settleReturned(grant, { billId, paymentId })
  if (!payment) notFound()
  const t = await getTranslations('payments.back')
  const href = `/${brand}/me/bills/${billId}`
  return (
    <>
      <PageHeader title={t('title')} back={{ href, label: t('toBill', { number: payment.billNumber }) }} />
      <PaymentOutcome
        payment={payment}
        left={Boolean(left)}
        action={<Actions payment={payment} href={href} number={payment.billNumber} />}
      />
    </>
  )
}

interface ActionsProps {
  payment: ReturnedPayment
  href: string
  number: string
}

/** What can be done now, by where the payment stands. */
function Actions({ payment, href, number }: ActionsProps) {
  const t = useTranslations('payments.back')
  const { id, state, checkoutUrl } = payment
  return (
    <div className="flex flex-wrap gap-4">
      {state === 'succeeded' ? (
        <Button href={`${href}/receipt`} icon="document">
          {t('receipt')}
        </Button>
      ) : null}
      {state === 'pending' || state === 'unknown' ? (
        <Button href={`${href}/return?payment=${id}`} icon="refresh">
          {t('again')}
        </Button>
      ) : null}
      {state === 'created' && checkoutUrl ? (
        <Button href={checkoutUrl} external>
          {t('goOn')}
        </Button>
      ) : null}
      {state === 'created' || state === 'failed' || state === 'abandoned' ? (
        <Button href={`${href}#pay`} tone={state === 'created' ? 'secondary' : 'primary'}>
          {t('otherWay')}
        </Button>
      ) : (
        <Button href={href} tone="secondary">
          {t('toBill', { number })}
        </Button>
      )}
    </div>
  )
}
