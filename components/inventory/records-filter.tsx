import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Details } from '#components/ui/details.tsx'
import { Field } from '#components/ui/field.tsx'

export interface RecordsFilterProps {
  /** Address of the page that lists. */
  action: string
  query: { readonly search: string; readonly from: string; readonly to: string; readonly device: string }
  /** The person's devices, where records come from one. */
  devices: readonly { readonly id: string; readonly name: string }[]
  searched: boolean
}

/** Words and days to look for; a plain form that puts them into the address. */
export function RecordsFilter({ action, query, devices, searched }: RecordsFilterProps) {
  const t = useTranslations('inventory.records.filter')
  return (
    <Details summary={t('title')} open={searched}>
      <form method="get" action={action} className="mb-4 flex flex-wrap items-end gap-4">
        <Field name="search" label={t('search')} kind="search" defaultValue={query.search} maxLength={100} width={16} />
        <Field name="from" label={t('from')} kind="date" defaultValue={query.from} width={16} />
        <Field name="to" label={t('to')} kind="date" defaultValue={query.to} width={16} />
        {devices.length > 0 ? (
          <Field
            name="device"
            label={t('device')}
            kind="select"
            width={16}
            defaultValue={query.device}
            options={[
              { value: '', label: t('anyDevice') },
              ...devices.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ) : null}
        <Button tone="secondary">{t('submit')}</Button>
        {searched ? (
          <Button href={action} tone="quiet">
            {t('clear')}
          </Button>
        ) : null}
        <p className="basis-full text-sm text-ink-soft">{t('hint')}</p>
      </form>
    </Details>
  )
}
