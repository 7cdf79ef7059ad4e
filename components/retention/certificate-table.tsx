import { useLocale, useTranslations } from 'next-intl'
import { formatDate, formatList, formatNumber } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { type Column, Table } from '#components/ui/table.tsx'
import type { Certificate, CertifiedEnd } from '#lib/retention/schema.ts'

export interface CertificateTableProps {
  certificate: Certificate
  /** Names of the categories by their keys. */
  names: Readonly<Record<string, string>>
  zone: string
}

/** What an erasure did to each category, and what went later. */
export function CertificateTable({ certificate, names, zone }: CertificateTableProps) {
  const t = useTranslations('retention.certificate')
  const grounds = useTranslations('inventory.grounds')
  const locale = useLocale()
  const name: Column<CertifiedEnd> = {
    key: 'what',
    label: t('what'),
    names: true,
    cell: (row) => names[row.category] ?? row.category,
  }
  const count = (key: 'erased' | 'anonymised' | 'kept', label: string): Column<CertifiedEnd> => ({
    key,
    label,
    align: 'end',
    cell: (row) => formatNumber(row[key], locale),
  })
  const later = certificate.ends.filter((end) => end.later)
  const ends = certificate.ends.filter((end) => !end.later)
  const something = ends.filter((end) => end.erased + end.anonymised + end.kept > 0)
  const nothing = ends.filter((end) => !something.includes(end)).map(({ category }) => names[category] ?? category)
  return (
    <>
      <Section title={t('caption')}>
        <Table
          caption={t('caption')}
          rows={something}
          rowKey={(row) => `${row.category} ${row.at.getTime()}`}
          columns={[
            name,
            count('erased', t('gone')),
            count('anonymised', t('anonymised')),
            count('kept', t('kept')),
            { key: 'ground', label: t('ground'), cell: (row) => row.ground && grounds(row.ground) },
            {
              key: 'until',
              label: t('until'),
              cell: (row) => row.until && formatDate(row.until, locale, zone, 'long'),
            },
          ]}
        />
        {nothing.length > 0 ? (
          <p className="mt-4 max-w-prose text-ink-soft">{t('nothing', { names: formatList(nothing, locale) })}</p>
        ) : null}
      </Section>
      {later.length > 0 ? (
        <Section title={t('later')}>
          <Table
            caption={t('laterCaption')}
            rows={later}
            rowKey={(row) => row.category}
            columns={[name, { key: 'on', label: t('on'), cell: (row) => formatDate(row.at, locale, zone, 'long') }]}
          />
        </Section>
      ) : null}
    </>
  )
}
