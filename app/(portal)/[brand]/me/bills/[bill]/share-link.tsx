import { getTranslations } from 'next-intl/server'
import { Form } from '#components/ui/form.tsx'
import { Section } from '#components/ui/section.tsx'
import { revokePayLinksAction, sendPayLinkAction } from '../actions.ts'

interface ShareLinkProps {
  brand: string
  billId: string
}

/** For whoever lets somebody else pay: a link to this bill alone, sent to its person, and an end to all of them. */
export async function ShareLink({ brand, billId }: ShareLinkProps) {
  const t = await getTranslations('bills.share')
  const hidden = { brand, billId, returnTo: `/${brand}/me/bills/${billId}` }
  return (
    <div className="mt-10 print:hidden">
      <Section title={t('title')} lead={t('lead')}>
        <div className="flex flex-wrap gap-4">
          <Form action={sendPayLinkAction} hidden={hidden} submit={t('send')} tone="secondary" inline />
          <Form action={revokePayLinksAction} hidden={hidden} submit={t('end')} tone="secondary" inline />
        </div>
      </Section>
    </div>
  )
}
