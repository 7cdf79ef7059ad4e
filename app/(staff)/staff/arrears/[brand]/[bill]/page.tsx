import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Money } from '#components/ui/money.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { findArrears } from '#lib/arrears/index.ts'
import { CORRECTION_REASONS } from '#lib/billing/schema.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { ReasonField } from '../../../reason-field.tsx'
import { askCancelAction, askRebillAction, askWriteOffAction } from '../../actions.ts'

interface PageProps {
  params: Promise<{ brand: string; bill: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices.staff'))('title') }
}

/** One overdue bill, and what can be asked for it; each is done when a colleague approves it. */
export default async function StaffBillPage({ params }: PageProps) {
  const { brand, bill: id } = await params
  const grant = await requireStaff('arrears:review', brand)
  const bill = await findArrears(grant, id)
  if (!bill) notFound()
  const [t, locale] = await Promise.all([getTranslations('notices.staff'), requestLocale()])
  const may = grant.actor.kind === 'staff' && grant.actor.role === 'data_operator'
  const hidden = { brand, billId: bill.id }
  const reasons = (
    <Field
      name="reason"
      kind="select"
      label={t('reason')}
      width={16}
      options={CORRECTION_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
    />
  )
  return (
    <>
      <PageHeader title={bill.number} back={{ href: `/staff/arrears?brand=${brand}`, label: t('title') }} />
      <DescriptionList
        items={[
          { term: t('account'), value: bill.ref },
          { term: t('open'), value: <Money minor={bill.openMinor} currency={bill.currency} /> },
          {
            term: t('since'),
            value: t('days', { date: formatDate(new Date(bill.payableOn), locale, 'UTC'), count: bill.days }),
          },
        ]}
      />
      {may ? (
        <>
          <Section title={t('rebill.title')} lead={t('rebill.text')}>
            <Form action={askRebillAction} hidden={hidden} submit={t('ask')}>
              {reasons}
              <ReasonField />
            </Form>
          </Section>
          <Section title={t('cancel.title')} lead={t('cancel.text')}>
            <Form action={askCancelAction} hidden={hidden} submit={t('ask')} tone="secondary">
              {reasons}
              <ReasonField />
            </Form>
          </Section>
          <Section title={t('writeOff.title')} lead={t('writeOff.text')}>
            <Form action={askWriteOffAction} hidden={hidden} submit={t('ask')} tone="secondary">
              <ReasonField />
            </Form>
          </Section>
        </>
      ) : (
        <Notice title={t('operatorOnly')} />
      )}
    </>
  )
}
