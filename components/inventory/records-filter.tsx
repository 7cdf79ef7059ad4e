import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Details } from '#components/ui/details.tsx'
import { Field } from '#components/ui/field.tsx'
import { formatDate } from '#components/ui/format.ts'
import { type HeldDevice, MOST_SEARCHED } from '#lib/inventory/schema.ts'

export interface RecordsFilterProps {
  /** Address of the page that lists. */
  action: string
  /** What was written into it, with what is wrong with it in words. */
  typed: Readonly<Record<'search' | 'from' | 'to' | 'device', string>>
  faults: Readonly<Partial<Record<'search' | 'from' | 'to', string>>>
  /** The devices that the records come from, also those that the person has no more. */
  devices: readonly HeldDevice[]
  zone: string
  searched: boolean
  /** Where there can be very many records: how far short words are looked for. */
  many: boolean
}

/** Words and days to look for; a plain form that puts them into the address. */
export function RecordsFilter({ action, typed, faults, devices, zone, searched, many }: RecordsFilterProps) {
  const t = useTranslations('inventory.records.filter')
  const locale = useLocale()
  const nameOf = ({ name, removed, newest }: HeldDevice) => {
    if (name === null) return t('nameless', { date: formatDate(newest, locale, zone) })
    return removed ? t('removed', { name }) : name
  }
  const written = (name: 'search' | 'from' | 'to') => ({
    name,
    label: t(name),
    width: 16 as const,
    defaultValue: typed[name],
    ...(faults[name] ? { error: faults[name] } : {}),
  })
  return (
    <Details summary={t('title')} open={searched}>
      <form method="get" action={action} className="mb-4 flex flex-wrap items-end gap-4">
        <Field {...written('search')} kind="search" maxLength={MOST_SEARCHED} />
        <Field {...written('from')} kind="date" />
        <Field {...written('to')} kind="date" />
        {devices.length > 0 ? (
          <Field
            name="device"
            label={t('device')}
            kind="select"
            width={16}
            defaultValue={typed.device}
            options={[
              { value: '', label: t('anyDevice') },
              ...devices.map((device) => ({ value: device.id, label: nameOf(device) })),
            ]}
          />
        ) : null}
        <Button tone="secondary">{t('submit')}</Button>
        {searched ? (
          <Button href={action} tone="quiet">
            {t('clear')}
          </Button>
        ) : null}
        <div className="basis-full">
          <p className="max-w-prose text-sm text-ink-soft">
            {t('looks')} {many ? t('hint') : null}
          </p>
        </div>
      </form>
    </Details>
  )
}
