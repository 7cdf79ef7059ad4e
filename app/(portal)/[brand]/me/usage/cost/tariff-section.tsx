import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '#components/ui/format.ts'
import { Money } from '#components/ui/money.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table } from '#components/ui/table.tsx'
import type { TariffComparison } from '#lib/outlook/index.ts'
import { addDays } from '#lib/platform/calendar/index.ts'

interface TariffSectionProps {
  comparison: TariffComparison
  /** The tariffs' names in the reader's language, by their keys. */
  names: Readonly<Record<string, string>>
  contact: string
}

/** What the person's own use of a year costs by each tariff of a utility, the cheapest first. */
export function TariffSection({ comparison, names, contact }: TariffSectionProps) {
  const t = useTranslations('outlook.tariffs')
  const utilities = useTranslations('usage.utilities')
  const locale = useLocale()
  const { utility, currency, from, before, tariffs } = comparison
  const day = (at: string) => formatDate(new Date(at), locale, 'UTC')
  const own = tariffs.find(({ optional }) => !optional)
  const title = `${t('title')} · ${utilities(utility)}`
  return (
    <Section title={title} lead={t('lead', { from: day(from), to: day(addDays(before, -1)) })}>
      <Table
        caption={title}
        rows={tariffs}
        rowKey={({ key }) => key}
        columns={[
          { key: 'tariff', label: t('tariff'), names: true, cell: ({ key }) => names[key] ?? key },
          {
            key: 'cost',
            label: t('cost'),
            align: 'end',
            cell: ({ totalMinor }) => <Money minor={totalMinor} currency={currency} />,
          },
          {
            key: 'difference',
            label: t('difference'),
            align: 'end',
            cell: ({ optional, totalMinor }) =>
              !optional || !own ? t('yours') : <Money minor={totalMinor - own.totalMinor} currency={currency} />,
          },
        ]}
      />
      <p className="mt-4 text-ink-soft">{t('asked', { contact })}</p>
    </Section>
  )
}
