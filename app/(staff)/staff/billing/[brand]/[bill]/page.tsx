import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Form } from '#components/ui/form.tsx'
import { Money } from '#components/ui/money.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { findProposal } from '#lib/billing-runs/index.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { askRebillAction } from '../../../arrears/actions.ts'
import { ReasonField } from '../../../reason-field.tsx'
import { dismissCorrectionAction } from '../../actions.ts'

interface PageProps {
  params: Promise<{ brand: string; bill: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('billing_runs'))('corrections.one') }
}

/** One bill that would come to another sum by what came in since: bill it anew, when a colleague approves it, or leave it as it is. */
export default async function ProposedCorrectionPage({ params }: PageProps) {
  const { brand, bill: id } = await params
  const grant = await requireStaff('billing-runs:review', brand)
  const proposal = await findProposal(grant, id)
  if (!proposal) notFound()
  const [t, staff] = await Promise.all([getTranslations('billing_runs'), getTranslations('notices.staff')])
  const may = grant.actor.kind === 'staff' && grant.actor.role === 'data_operator'
  const { number, ref, currency, billedMinor, totalMinor } = proposal
  const hidden = { brand, billId: proposal.id }
  return (
    <>
      <PageHeader title={number} back={{ href: `/staff/billing?brand=${brand}`, label: t('title') }} />
      <DescriptionList
        items={[
          { term: t('account'), value: ref },
          { term: t('billed'), value: <Money minor={billedMinor} currency={currency} /> },
          { term: t('byReadings'), value: <Money minor={totalMinor} currency={currency} /> },
          { term: t('difference'), value: <Money minor={totalMinor - billedMinor} currency={currency} /> },
        ]}
      />
      {may ? (
        <>
          <Section title={t('corrections.rebill')} lead={staff('rebill.text')}>
            <Form action={askRebillAction} hidden={{ ...hidden, reason: 'wrong_reading' }} submit={staff('ask')}>
              <ReasonField />
            </Form>
          </Section>
          <Section title={t('corrections.leave')} lead={t('corrections.leaveText')}>
            <Form
              action={dismissCorrectionAction}
              hidden={hidden}
              submit={t('corrections.leaveSubmit')}
              tone="secondary"
              inline
            />
          </Section>
        </>
      ) : (
        <Notice title={staff('operatorOnly')} />
      )}
    </>
  )
}
