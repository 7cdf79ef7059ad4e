import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { statementSheet } from '#app/statement-sheet.ts'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { Money } from '#components/ui/money.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { SheetTable } from '#components/ui/sheet-table.tsx'
import { readStatement } from '#lib/billing/index.ts'
import { StatementQuery } from '#lib/billing/schema.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bills.statement'))('title') }
}

/** What was billed, paid and given back in a year, with the balance after each. */
export default async function StatementPage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const grant = await requireGrant('bills:view', brand)
  const query = StatementQuery.parse(await searchParams)
  const [{ years, statements }, t, locale] = await Promise.all([
    readStatement(grant, query),
    getTranslations('bills.statement'),
    requestLocale(),
  ])
  const here = `/${brand}/me/bills/statement`
  const year = statements[0]?.year
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: `/${brand}/me/bills`, label: t('back') }} />
      {years.length > 1 ? (
        <nav aria-label={t('years')} className="mb-6 flex flex-wrap gap-2 print:hidden">
          {years.map((one) => (
            <Link
              key={one}
              href={`${here}?year=${one}`}
              aria-current={one === year ? 'true' : undefined}
              className="inline-flex min-h-11 items-center rounded-full border border-line px-4 aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:font-semibold"
            >
              {one}
            </Link>
          ))}
        </nav>
      ) : null}
      {statements.length === 0 ? <EmptyState icon="bills" title={t('empty')} /> : null}
      {statements.map((statement) => (
        <Section
          key={statement.currency}
          title={t('caption', { year: String(statement.year), currency: statement.currency })}
          lead={t.rich(statement.creditMinor > 0n ? 'leadCredit' : 'leadOpen', {
            open: () => <Money minor={statement.openMinor} currency={statement.currency} />,
            credit: () => <Money minor={statement.creditMinor} currency={statement.currency} />,
          })}
        >
          <SheetTable table={statementSheet(statement, brand, locale)} />
        </Section>
      ))}
      {year === undefined ? null : (
        <div className="mt-8 print:hidden">
          <Button href={`/api/${brand}/statement?year=${year}`} tone="secondary" icon="download" external>
            {t('csv')}
          </Button>
        </div>
      )}
    </>
  )
}
