import { useLocale, useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Card } from '#components/ui/card.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatList } from '#components/ui/format.ts'
import type { ApprovalView } from '#lib/approvals/index.ts'
import { REASON_LENGTH } from '#lib/approvals/schema.ts'
import { findManifest } from '#lib/brands/index.ts'
import { approveAction, refuseAction, withdrawAction } from './actions.ts'
import { approvalWords } from './approval-words.ts'

/** One operation that waits: what exactly, who asked, why, until when, and the decision for whoever may take it. */
export async function ApprovalCard({ approval }: { approval: ApprovalView }) {
  const [t, roles, words] = await Promise.all([
    getTranslations('approvals'),
    getTranslations('shell.staff.roles'),
    approvalWords(),
  ])
  const { title, summary } = words(approval)
  const manifest = findManifest(approval.brand)
  const zone = manifest?.zone ?? 'UTC'
  return (
    <Card
      level={3}
      title={title}
      aside={approval.href ? <TextLink href={approval.href}>{t('more')}</TextLink> : null}
      footer={<Decision approval={approval} what={`${title}: ${summary}`} />}
    >
      <DescriptionList
        items={[
          { term: t('what'), value: summary },
          { term: t('brand'), value: manifest?.name ?? approval.brand },
          {
            term: t('who'),
            value: t('person', { name: approval.requestedBy, role: roles(approval.requestedRole) }),
          },
          { term: t('why'), value: approval.reason ?? t('reasonGone') },
          { term: t('until'), value: <DateTime at={approval.expiresAt} zone={zone} show="datetime" withZone /> },
        ]}
      />
    </Card>
  )
}

function Decision({ approval, what }: { approval: ApprovalView; what: string }) {
  const t = useTranslations('approvals')
  const roles = useTranslations('shell.staff.roles')
  const locale = useLocale()
  const hidden = { brand: approval.brand, approval: approval.id }
  if (approval.state !== 'requested') return <p>{t('running')}</p>
  if (approval.own)
    return (
      <>
        <p className="grow text-ink-soft">{t('mine')}</p>
        <Form
          inline
          action={withdrawAction}
          hidden={hidden}
          submit={t('withdraw')}
          label={t('withdrawOf', { what })}
          tone="secondary"
        />
      </>
    )
  if (!approval.decidable)
    return (
      <p className="text-ink-soft">
        {t('others', {
          roles: formatList(
            approval.approvers.map((role) => roles(role)),
            locale,
          ),
        })}
      </p>
    )
  return (
    <div className="grid w-full gap-2">
      <Form inline action={approveAction} hidden={hidden} submit={t('approve')} label={t('approveLabel', { what })} />
      <Form
        folded={t('refuse.open')}
        action={refuseAction}
        hidden={hidden}
        submit={t('refuse.submit')}
        label={t('refuse.of', { what })}
        tone="danger"
      >
        <Field
          name="note"
          kind="textarea"
          label={t('refuse.label')}
          hint={t('refuse.hint')}
          maxLength={REASON_LENGTH.max}
          rows={3}
        />
      </Form>
    </div>
  )
}
