import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CategoryFacts } from '#components/inventory/category-facts.tsx'
import { CorrectPart } from '#components/inventory/correct-part.tsx'
import { DeletePart } from '#components/inventory/delete-part.tsx'
import { RecordsFilter } from '#components/inventory/records-filter.tsx'
import { RecordsTable } from '#components/inventory/records-table.tsx'
import { UploadForm } from '#components/inventory/upload-form.tsx'
import { UploadPicture } from '#components/inventory/upload-picture.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Details } from '#components/ui/details.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { findManifest, getManifest } from '#lib/brands/index.ts'
import { consentedPurposes, keptUntil } from '#lib/inventory/index.ts'
import { askedRecords, RecordsQuery } from '#lib/inventory/schema.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { aboutCategory } from '../about-category.ts'
import { addUploadAction, deleteCategoryAction, deleteRangeAction } from './actions.ts'
import { nameDecisions } from './name-decisions.ts'
import { readCategory } from './read-category.ts'
import { recordsAddress } from './records-address.ts'
import { RowActions } from './row-actions.tsx'

interface PageProps {
  params: Promise<{ brand: string; category: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What was just done, as an address says it. */
const DONE = ['deleted', 'corrected', 'added', 'stripped', 'contested']

/** A word too short for the index: it is looked for in the newest records alone, and the page says so. */
const isShort = (search: string) => search.length > 0 && search.length < 3

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { brand, category: key } = await params
  const category = findManifest(brand)?.categories.find((candidate) => candidate.key === key)
  return { title: category?.name[await requestLocale()] ?? '' }
}

export default async function CategoryPage({ params, searchParams }: PageProps) {
  const { brand, category: key } = await params
  const address = await searchParams
  const query = RecordsQuery.parse(address)
  const asked = askedRecords(address)
  const grant = await requireGrant('inventory:view', brand)
  // Sensitive values are for the person alone: staff acting for them are not offered to see them.
  const own = grant.actor.kind === 'person'
  const revealing = query.reveal && own ? await requireGrant('inventory:reveal', brand) : null
  const locale = await requestLocale()
  const [read, t, errors] = await Promise.all([
    readCategory(grant, revealing, key, { ...query, locale }),
    getTranslations('inventory'),
    getTranslations('errors'),
  ])
  if (!read) notFound()
  const manifest = getManifest(brand)
  const { category, rows, deletable, editable, contestable, newer, older, summary, devices, revealed, closesAt } = read
  const here = recordsAddress(brand, key)
  const about = aboutCategory(manifest, category, summary.newest, locale)
  const [rests] = consentedPurposes(manifest, category)
  const purpose = manifest.purposes.find((candidate) => candidate.key === rests)
  const shown = category.shape === 'consent' ? nameDecisions(rows, manifest, locale) : rows
  // Without anything to do with a row there is no column for it.
  const removable = deletable.rows && !closesAt
  const hides = category.fields.some((field) => field.sensitive)
  const something = removable || (editable && !closesAt) || contestable || hides || category.shape === 'upload'
  const searched = Object.values(asked.typed).some((typed) => typed !== '')
  const faults = Object.fromEntries(Object.entries(asked.faults).map(([name, code]) => [name, errors(code)]))
  return (
    <>
      <PageHeader
        title={category.name[locale]}
        lead={category.description[locale]}
        back={{ href: `/${brand}/me/data`, label: t('records.back') }}
        action={category.sensitive ? <Badge tone="warn">{t('sensitive')}</Badge> : undefined}
      />
      {DONE.includes(String(address.done)) ? <Notice tone="good" title={t(`records.done.${address.done}`)} /> : null}
      {address.done === 'gone' ? <Notice title={t('records.gone')} /> : null}
      {address.done === 'all' ? (
        <Notice tone="good" title={t('records.deleteAllDone', { rows: Number(address.rows) || 0 })} />
      ) : null}
      {revealed ? <Notice title={t('records.revealed')} /> : null}
      <Details summary={t('records.about')} open={summary.rows === 0}>
        <CategoryFacts about={about} newest={summary.newest} zone={manifest.zone} byDay={summary.byDay} />
      </Details>
      {summary.rows > 0 ? (
        <RecordsFilter
          action={here()}
          typed={asked.typed}
          faults={faults}
          devices={devices}
          zone={manifest.zone}
          searched={searched}
          many={category.shape === 'record'}
        />
      ) : null}
      {rows.length > 0 && category.shape === 'record' && isShort(query.search) ? (
        <p className="mb-4 max-w-prose text-ink-soft">{t('records.short')}</p>
      ) : null}
      {rows.length > 0 ? (
        <RecordsTable
          caption={category.name[locale]}
          shape={category.shape}
          fields={category.fields.map((field) => ({ ...field, label: field.label[locale] }))}
          rows={shown}
          revealed={revealed}
          zone={manifest.zone}
          keptUntil={(row) => keptUntil(category, row.at, closesAt)}
          {...(category.shape === 'upload' && own
            ? { picture: (row) => <UploadPicture brand={brand} upload={row.id} name={String(row.values.file_name)} /> }
            : {})}
          actions={
            own && something
              ? (row, at) => (
                  <RowActions
                    brand={brand}
                    category={category}
                    query={query}
                    row={row}
                    at={at}
                    revealed={revealed?.id === row.id}
                    removable={removable}
                    editable={editable && !closesAt}
                    contestable={contestable}
                  />
                )
              : null
          }
        />
      ) : (
        <EmptyState
          icon="data"
          title={searched ? t('records.none.title') : t('records.empty.title')}
          action={
            searched ? (
              <Button href={here()} tone="secondary">
                {t('records.filter.clear')}
              </Button>
            ) : undefined
          }
        >
          {searched ? t(isShort(query.search) ? 'records.none.short' : 'records.none.text') : t('records.empty.text')}
        </EmptyState>
      )}
      <Pagination newer={newer && here({ ...query, at: newer })} older={older && here({ ...query, at: older })} />
      {own && category.shape === 'upload' && !closesAt ? (
        <UploadForm
          brand={brand}
          action={addUploadAction}
          placeMayStay={category.fields.some((field) => field.key === 'geotag')}
        />
      ) : null}
      {own ? (
        <DeletePart
          brand={brand}
          category={{ key, shape: category.shape, retention: about.retention }}
          rows={summary.rows}
          withdraws={purpose ? { name: purpose.name[locale], consequence: purpose.consequence[locale] } : null}
          locale={locale}
          zone={manifest.zone}
          closesAt={closesAt}
          deleteAll={deletable.all ? deleteCategoryAction : null}
          deleteDays={deletable.days ? deleteRangeAction : null}
        />
      ) : null}
      {own ? <CorrectPart brand={brand} category={category} editable={editable && !closesAt} /> : null}
    </>
  )
}
