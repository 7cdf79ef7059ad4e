import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { MOST_COUNTED } from '#lib/inventory/schema.ts'
import type { FormState } from '#lib/web/form-state.ts'
import { type CategoryAbout, RetentionText } from './category-facts.tsx'

export interface DeletePartProps {
  brand: string
  category: { key: string; shape: string; retention: CategoryAbout['retention'] }
  rows: number
  /** The purpose whose consent goes with the records, where they are collected by consent. */
  withdraws: { name: string; consequence: string } | null
  locale: string
  zone: string
  closesAt: Date | null
  /** Null where the category must be kept. */
  deleteAll: ((state: FormState, data: FormData) => Promise<FormState>) | null
  /** Null where rows cannot be told apart by days. */
  deleteDays: ((state: FormState, data: FormData) => Promise<FormState>) | null
}

/** Deletes a whole category, with the consequence first; or says why that cannot be done here. */
export function DeletePart(props: DeletePartProps) {
  const { brand, category, rows, withdraws, locale, zone, closesAt, deleteAll, deleteDays } = props
  const t = useTranslations('inventory')
  if (closesAt)
    return (
      <Section title={t('why.title')}>
        <p className="max-w-prose">{t('why.closing', { date: formatDate(closesAt, locale, zone, 'long') })}</p>
      </Section>
    )
  if (!deleteAll)
    return (
      <Section title={t('why.title')} lead={category.retention.reason}>
        <p className="max-w-prose">
          {t.rich('why.until', { until: () => <RetentionText retention={category.retention} zone={zone} /> })}
        </p>
        <p className="max-w-prose">{t('why.request')}</p>
        <Button href={`/${brand}/me/requests/new/deletion`} tone="quiet">
          {t('why.ask')}
        </Button>
      </Section>
    )
  if (rows === 0) return null
  return (
    <Section title={t('all.title')}>
      <p className="max-w-prose">{t(rows < MOST_COUNTED ? 'all.text' : 'all.textMany', { rows })}</p>
      <p className="mt-2 max-w-prose">
        {withdraws
          ? t('all.withdraw', { purpose: withdraws.name, consequence: withdraws.consequence })
          : t('all.again')}
      </p>
      {deleteDays ? (
        <Form
          folded={t('days.open')}
          action={deleteDays}
          hidden={{ brand, category: category.key }}
          tone="danger"
          submit={t('days.submit')}
        >
          <p className="max-w-prose">{t('days.text')}</p>
          <Field name="from" kind="date" label={t('days.from')} width={16} optional />
          <Field name="to" kind="date" label={t('days.to')} width={16} optional />
        </Form>
      ) : null}
      <Form
        folded={t('all.open')}
        action={deleteAll}
        hidden={{ brand, category: category.key, locale }}
        tone="danger"
        submit={t('all.submit')}
      >
        <p>{t(category.shape === 'device' ? 'records.deleteDevice' : 'records.deleteSure')}</p>
      </Form>
    </Section>
  )
}
