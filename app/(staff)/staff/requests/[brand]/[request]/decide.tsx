import { useLocale, useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form, type FormProps } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { formatMoney } from '#lib/platform/money/index.ts'
import type { HandledRequest } from '#lib/requests/index.ts'
import { REQUEST_TEXT_LENGTH } from '#lib/requests/schema.ts'
import { erasableCategories } from '#lib/retention/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { ReasonField } from '../../../reason-field.tsx'
import {
  acceptCorrectionAction,
  answerRequestAction,
  askChildErasureAction,
  askDeletionAction,
  askFeeAction,
  askIdentityAction,
  askPersonAction,
  deactivateChildAccountAction,
  extendRequestAction,
  reactivateAccountAction,
  refuseRequestAction,
  takeRequestAction,
  waiveFeeAction,
} from '../../actions.ts'

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
  if (request.state === 'fee_asked')
    return (
      <>
        <Notice
          title={t('waitsFee.title')}
          action={<Form action={waiveFeeAction} hidden={hidden} submit={t('waitsFee.waive')} tone="secondary" inline />}
        >
          {t('waitsFee.text')}
        </Notice>
        <Refuse brand={brand} hidden={hidden} />
      </>
    )
  if (request.state === 'identity_asked')
    return (
      <Notice tone="warn" title={t('waits.title')}>
        {t('waits.text')}
      </Notice>
    )
  return (
    <Section title={t('decide')}>
      {request.state === 'received' ? (
        <div className="mb-6">
          <Form action={takeRequestAction} hidden={hidden} submit={t('take')} tone="secondary" inline />
        </div>
      ) : null}
      <Answer request={request} brand={brand} recent={recent} hidden={hidden} />
      <div className="mt-8 grid justify-items-start gap-2">
        <Folded way="question" action={askPersonAction} hidden={hidden} />
        <Folded way="identity" action={askIdentityAction} hidden={hidden} />
        {request.extended || request.overdue ? null : (
          <Folded way="extend" action={extendRequestAction} hidden={hidden} days={getManifest(brand).answerDays} />
        )}
        {request.fee || !request.account || !getManifest(brand).requestFees ? null : (
          <AskForFee brand={brand} hidden={hidden} />
        )}
        <Refuse brand={brand} hidden={hidden} feePaid={request.fee?.billId != null} />
      </div>
    </Section>
  )
}

/** What the answer carries with it: a value that changes, an erasure, or words alone. */
async function Answer({ request, brand, recent, hidden }: DecideProps & { hidden: Record<string, string> }) {
  const [t, locale] = await Promise.all([getTranslations('requests.staff'), requestLocale()])
  const words = <Words label={t('answer.label')} hint={t('answer.hint')} rows={6} />
  if (request.valueProof === 'missing') return <Notice title={t('unproven.title')}>{t('unproven.text')}</Notice>
  const weighty = request.field || request.kind === 'child_report' || (request.kind === 'deletion' && request.account)
  if (weighty && !recent)
    return (
      <Notice
        title={t('confirmFirst.title')}
        action={
          <Button href={`/staff/confirm?next=${encodeURIComponent(`/staff/requests/${brand}/${request.id}`)}`}>
            {t('confirmFirst.submit')}
          </Button>
        }
      >
        {t('confirmFirst.text')}
      </Notice>
    )
  if (request.field)
    return (
      <Form action={acceptCorrectionAction} hidden={hidden} submit={t('correct.submit')}>
        <p className="max-w-prose">{t('correct.text')}</p>
        {words}
      </Form>
    )
  if (request.kind === 'child_report') return <ChildReport hidden={hidden} words={words} />
  if (request.kind !== 'deletion' || !request.account)
    return (
      <Form action={answerRequestAction} hidden={hidden} submit={t('answer.submit')}>
        {words}
      </Form>
    )
  const parts = erasableCategories(brand).map(({ key, name }) => ({ value: key, label: name[locale] }))
  return (
    <div className="grid gap-6">
      <Form action={askDeletionAction} hidden={hidden} submit={t('erase.submit')} tone="danger">
        <Field
          name="part"
          kind="radio"
          label={t('erase.part')}
          hint={t('erase.hint')}
          options={[...parts, { value: 'account', label: t('erase.account') }]}
        />
        {words}
        <ReasonField />
      </Form>
      <Form
        folded={t('erase.without')}
        action={answerRequestAction}
        hidden={hidden}
        submit={t('answer.submit')}
        tone="secondary"
      >
        {words}
      </Form>
    </div>
  )
}

function AskForFee({ brand, hidden }: { brand: string; hidden: Record<string, string> }) {
  const t = useTranslations('requests.staff.fee')
  const { requestFees, currencies } = getManifest(brand)
  const locale = useLocale()
  const [currency = ''] = currencies
  return (
    <Folded way="fee" action={askFeeAction} hidden={hidden}>
      <Field
        name="ground"
        kind="radio"
        label={t('ground')}
        options={(requestFees?.grounds ?? []).map((value) => ({ value, label: t(`grounds.${value}`) }))}
      />
      <Field
        name="amount"
        label={t('amount', { currency })}
        hint={t('amountHint', { most: formatMoney(BigInt(requestFees?.mostMinor ?? 0), currency, locale) })}
        inputMode="decimal"
        width={8}
        maxLength={7}
      />
    </Folded>
  )
}

/** The account of a child: stopped at once, and erased on that ground (WEA-15, ENB-15). */
function ChildReport({ hidden, words }: { hidden: Record<string, string>; words: ReactNode }) {
  const t = useTranslations('requests.staff.child')
  const account = (
    <Field name="account" label={t('account')} hint={t('accountHint')} maxLength={254} autoComplete="off" />
  )
  return (
    <div className="grid gap-8">
      <Form action={deactivateChildAccountAction} hidden={hidden} submit={t('deactivate')} tone="secondary">
        {account}
      </Form>
      <Form action={askChildErasureAction} hidden={hidden} submit={t('erase')} tone="danger">
        {account}
        {words}
        <ReasonField />
      </Form>
      <Form
        folded={t('reopen')}
        action={reactivateAccountAction}
        hidden={hidden}
        submit={t('reactivate')}
        tone="secondary"
      >
        {account}
      </Form>
      <Form folded={t('without')} action={answerRequestAction} hidden={hidden} submit={t('answer')} tone="secondary">
        {words}
      </Form>
    </div>
  )
}

interface RefuseProps {
  brand: string
  hidden: Record<string, string>
  feePaid?: boolean
}

async function Refuse({ brand, hidden, feePaid = false }: RefuseProps) {
  const [t, locale] = await Promise.all([getTranslations('requests.staff.refuse'), requestLocale()])
  return (
    <Folded way="refuse" action={refuseRequestAction} hidden={hidden} tone="danger">
      {feePaid ? <p className="max-w-prose">{t('feeBack')}</p> : null}
      <Field
        name="reason"
        kind="radio"
        label={t('reason')}
        hint={t('reasonHint')}
        options={getManifest(brand).refusalReasons.map(({ key, text }) => ({ value: key, label: text[locale] }))}
      />
    </Folded>
  )
}

interface FoldedProps {
  way: 'question' | 'identity' | 'extend' | 'fee' | 'refuse'
  action: FormProps['action']
  hidden: Record<string, string>
  tone?: 'secondary' | 'danger'
  /** How many more days, where it is for time. */
  days?: number
  /** What is asked before the words. */
  children?: ReactNode
}

/** A way other than to answer, folded until it is chosen; the person reads the words that it takes. */
function Folded({ way, action, hidden, tone = 'secondary', days = 0, children }: FoldedProps) {
  const t = useTranslations(`requests.staff.${way}`)
  return (
    <Form folded={t('open')} action={action} hidden={hidden} submit={t('submit')} tone={tone}>
      {children}
      <Words label={t('label')} hint={t('hint', { days })} />
    </Form>
  )
}

function Words({ label, hint, rows = 4 }: { label: string; hint: string; rows?: number }) {
  return <Field name="text" kind="textarea" label={label} hint={hint} rows={rows} maxLength={REQUEST_TEXT_LENGTH} />
}
