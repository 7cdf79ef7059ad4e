import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { Category } from '#lib/brands/index.ts'
import { CONTEST_LENGTH, type HeldRow, type RecordsQuery } from '#lib/inventory/schema.ts'
import { contestRecordAction, deleteRecordAction, stripPlaceAction } from './actions.ts'
import { recordsAddress } from './records-address.ts'

export interface RowActionsProps {
  brand: string
  category: Category
  query: RecordsQuery
  row: HeldRow
  /** The time of the row in words, by which its buttons are told from those of the others. */
  at: string
  revealed: boolean
  removable: boolean
  /** Whether some of its fields can be corrected here. */
  editable: boolean
  contestable: boolean
}

/** What a person can do with one record: see what is hidden, save or clean a picture, delete. */
export function RowActions({
  brand,
  category,
  query,
  row,
  at,
  revealed,
  removable,
  editable,
  contestable,
}: RowActionsProps) {
  const t = useTranslations('inventory')
  const hides = !revealed && !row.nothingHidden && category.fields.some((field) => field.sensitive)
  const picture = category.shape === 'upload'
  return (
    <>
      {hides ? (
        <form method="get" action={recordsAddress(brand, category.key)()}>
          {recordsAddress.hidden(query).map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="reveal" value={row.id} />
          <Button tone="secondary" icon="reveal">
            <span aria-hidden="true">{t('records.reveal')}</span>
            <span className="sr-only">{t('records.revealLabel', { at })}</span>
          </Button>
        </form>
      ) : null}
      {picture && !row.nothingHidden ? (
        <Form
          inline
          tone="secondary"
          action={stripPlaceAction}
          hidden={{ brand, upload: row.id }}
          submit={t('uploads.strip')}
          label={t('uploads.stripLabel', { at })}
        />
      ) : null}
      {picture ? (
        <a href={`/api/${brand}/uploads/${row.id}?save`} className="link">
          <span aria-hidden="true">{t('uploads.save')}</span>
          <span className="sr-only">{t('uploads.saveLabel', { at })}</span>
        </a>
      ) : null}
      {contestable && row.givenByOther && !row.contestedAt ? (
        <Form
          folded={t('contest.open')}
          tone="secondary"
          action={contestRecordAction}
          hidden={{ brand, category: category.key, record: row.id }}
          submit={t('contest.submit')}
          label={t('contest.label', { at })}
        >
          <p>{t('contest.text')}</p>
          <Field name="reason" kind="textarea" label={t('contest.reason')} maxLength={CONTEST_LENGTH} rows={3} />
        </Form>
      ) : null}
      {editable ? (
        <a href={`/${brand}/me/data/${category.key}/${row.id}`} className="link">
          <span aria-hidden="true">{t('edit.open')}</span>
          <span className="sr-only">{t('edit.openLabel', { at })}</span>
        </a>
      ) : null}
      {removable ? (
        <Form
          folded={t('records.delete')}
          inline
          tone="danger"
          action={deleteRecordAction}
          hidden={{ brand, category: category.key, record: row.id }}
          submit={t('records.delete')}
          label={t('records.deleteLabel', { at })}
        >
          <p>{t(category.shape === 'device' ? 'records.deleteDevice' : 'records.deleteSure')}</p>
        </Form>
      ) : null}
    </>
  )
}
