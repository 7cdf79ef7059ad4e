import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PayMethod } from '#components/billing/pay-method.tsx'
import { PaymentOutcome } from '#components/billing/payment-outcome.tsx'
import { Button } from '#components/ui/button.tsx'
import { CardGrid } from '#components/ui/card.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { limitRate } from '#lib/access/index.ts'
import { recipientName } from '#lib/brands/index.ts'
import { type LinkedPayment, openPayLink } from '#lib/payments/index.ts'
import { networkOf } from '#lib/platform/network/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { clientAddress } from '#lib/web/client-address.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'
import { visitorGrant } from '#lib/web/visitor.ts'
import { payByLinkAction } from '../actions.ts'

interface PageProps {
  params: Promise<{ brand: string; token: string }>
  searchParams: Promise<{ payment?: string | string[]; left?: string }>
}

const PER_ADDRESS = { times: 60, minutes: 10 }

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations('pay_link'))('name'),
    robots: { index: false, follow: false },
    referrer: 'same-origin',
  }
}

/** Where the link of a mail about a bill leads: the bill's number, what is open of it, and the ways to pay it. */
export default async function PayPage({ params, searchParams }: PageProps) {
  const [{ brand, token }, { payment: back, left }] = await Promise.all([params, searchParams])
  const manifest = requireManifest(brand)
  const paymentId = typeof back === 'string' ? back : undefined
  const [t, opened] = await Promise.all([getTranslations('pay_link'), open(brand, { token, paymentId })])
  if (typeof opened === 'number') return <PageHeader title={t('name')} lead={t('busy', { minutes: opened })} />
  if (!opened) return <Over brand={brand} />
  const { bill, payment, underWay } = opened
  const here = `/${brand}/pay/${token}`
  const again = paymentId ? `${here}?payment=${encodeURIComponent(paymentId)}` : here
  const waits = payment?.state === 'pending' || payment?.state === 'unknown'
  const look = (
    <Button href={again} tone="secondary" icon="refresh">
      {t('underWay.again')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title', { number: bill.number })} lead={t('lead')} />
      {payment ? (
        <PaymentOutcome payment={payment} left={Boolean(left)} action={waits ? look : undefined} />
      ) : underWay ? (
        <Notice tone={underWay === 'pending' ? 'info' : 'warn'} title={t(`underWay.${underWay}`)} action={look}>
          {t('underWay.text')}
        </Notice>
      ) : null}
      {bill.live ? (
        <DescriptionList
          items={[
            { term: t('facts.number'), value: bill.number },
            { term: t('facts.open'), value: <Money minor={bill.openMinor} currency={bill.currency} /> },
            { term: t('facts.due'), value: <DateTime at={bill.payableOn} show="long" /> },
            { term: t('facts.seller'), value: manifest.controller.name },
          ]}
        />
      ) : null}
      {bill.live && !underWay ? <Ways brand={brand} token={token} ways={opened.ways} /> : null}
      <p className="mt-8">
        <Button href={`/${brand}/sign-in?next=${encodeURIComponent(`/${brand}/me/bills`)}`} tone="secondary">
          {t('signIn')}
        </Button>
      </p>
    </>
  )
}

/** What the link leads to; the minutes to wait where the page was opened too often from one address. */
async function open(brand: string, link: { token: string; paymentId: string | undefined }) {
  try {
    await limitRate(`bills:pay-by-link page ${networkOf(await clientAddress())}`, PER_ADDRESS)
  } catch (fault) {
    if (fault instanceof Refusal) return Number(fault.details.minutes ?? PER_ADDRESS.minutes)
    throw fault
  }
  return openPayLink(visitorGrant('bills:pay-by-link', brand), link)
}

/** Whatever is wrong with a link, it is said in the same words, with how to go on. */
async function Over({ brand }: { brand: string }) {
  const t = await getTranslations('pay_link.over')
  return (
    <>
      <PageHeader title={t('title')} lead={t('text')} />
      <div className="flex flex-wrap gap-4">
        <Button href={`/${brand}/sign-in?next=${encodeURIComponent(`/${brand}/me/bills`)}`}>{t('signIn')}</Button>
        <Button href={`/${brand}/contact`} tone="secondary">
          {t('contact')}
        </Button>
      </div>
    </>
  )
}

interface WaysProps {
  brand: string
  token: string
  ways: LinkedPayment['ways']
}

async function Ways({ brand, token, ways }: WaysProps) {
  const [t, locale] = await Promise.all([getTranslations('pay_link'), requestLocale()])
  if (ways.length === 0)
    return (
      <Notice tone="warn" title={t('noWay.title')}>
        {t('noWay.text')}
      </Notice>
    )
  return (
    <Section title={t('how')} lead={t('howLead')}>
      <CardGrid>
        {ways.map(({ method, recipients }, index) => (
          <PayMethod
            key={method}
            method={method}
            recipients={recipients.map((recipient) => ({ ...recipient, name: recipientName(recipient, locale) }))}
            action={payByLinkAction}
            hidden={{ brand, token, method, locale }}
            primary={index === 0}
          />
        ))}
      </CardGrid>
    </Section>
  )
}
