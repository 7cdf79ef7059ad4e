import { useTranslations } from 'next-intl'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { getManifest } from '#lib/brands/index.ts'
import type { HandledRequest } from '#lib/requests/index.ts'
import {
  askIdentityAction,
  askPersonAction,
  extendRequestAction,
  takeRequestAction,
  waiveFeeAction,
} from '../../actions.ts'
import { Answer } from './answer.tsx'
import { AskForFee } from './ask-for-fee.tsx'
import { FoldedWay } from './folded-way.tsx'
import { Refuse } from './refuse.tsx'

interface DecideProps {
  request: HandledRequest
  brand: string
  /** Staff signed in so recently that they may correct and erase. */
  recent: boolean
}

/** What staff can do with an open request; the answer first, the rest folded. */
export function Decide({ request, brand, recent }: DecideProps) {
  const t = useTranslations('requests.staff')
  const hidden = { brand, request: request.id }
  if (request.state === 'fee_asked') return <FeeAsked brand={brand} hidden={hidden} />
  if (request.state === 'identity_asked')
    return (
      <Notice tone="warn" title={t('waits.title')}>
        {t('waits.text')}
      </Notice>
    )
  const { answerDays } = getManifest(brand)
  return (
    <Section title={t('decide')}>
      {request.state === 'received' ? (
        <div className="mb-6">
          <Form action={takeRequestAction} hidden={hidden} submit={t('take')} tone="secondary" inline />
        </div>
      ) : null}
      <Answer request={request} brand={brand} recent={recent} hidden={hidden} />
      <div className="mt-8 grid justify-items-start gap-2">
        <FoldedWay way="question" action={askPersonAction} hidden={hidden} />
        <FoldedWay way="identity" action={askIdentityAction} hidden={hidden} />
        {request.extended || request.overdue ? null : (
          <FoldedWay way="extend" action={extendRequestAction} hidden={hidden} days={answerDays} />
        )}
        <AskForFee request={request} brand={brand} hidden={hidden} />
        <Refuse brand={brand} hidden={hidden} feePaid={request.fee?.billId != null} />
      </div>
    </Section>
  )
}

/** The person decides about the fee: meanwhile it can be dropped, or the request refused. */
function FeeAsked({ brand, hidden }: { brand: string; hidden: Record<string, string> }) {
  const t = useTranslations('requests.staff.waitsFee')
  return (
    <>
      <Notice
        title={t('title')}
        action={<Form action={waiveFeeAction} hidden={hidden} submit={t('waive')} tone="secondary" inline />}
      >
        {t('text')}
      </Notice>
      <Refuse brand={brand} hidden={hidden} />
    </>
  )
}
