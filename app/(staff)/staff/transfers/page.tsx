import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Section } from '#components/ui/section.tsx'
import { BRAND_KEYS, getManifest, type Manifest } from '#lib/brands/index.ts'
import { listTransfers } from '#lib/transfers/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { pagesAround, readPage } from '#lib/web/page-cursor.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { BrandChoice } from '../brand-choice.tsx'
import { markTransferAction } from './actions.ts'
import { TransferList } from './transfer-list.tsx'

interface PageProps {
  searchParams: Promise<{ brand?: string; before?: string; done?: string }>
}

const SIZE = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transparency.transfers'))('title') }
}

/**
 * Marks a person's data for transfer abroad, under their consent, lists what was marked by whom, and gives figures without
 * any sign of people (WBP-21).
 */
export default async function StaffTransfersPage({ searchParams }: PageProps) {
  const asked = await searchParams
  const brand = asked.brand ?? BRAND_KEYS[0] ?? ''
  const grant = await requireStaff('transfers:mark', brand)
  const page = readPage(asked.before, SIZE)
  const [t, rows] = await Promise.all([getTranslations('transparency.transfers'), listTransfers(grant, page)])
  const manifest = getManifest(brand)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {asked.done && t.has(`done.${asked.done}`) ? <Notice tone="good" title={t(`done.${asked.done}`)} /> : null}
      <BrandChoice brand={brand} />
      <Mark manifest={manifest} />
      {manifest.storage.transfersAbroad === 'never' ? null : (
        <>
          <Section title={t('list.title')}>
            {rows.length === 0 ? (
              <EmptyState icon="place" title={t('list.empty')} />
            ) : (
              <TransferList brand={brand} rows={rows.slice(0, SIZE)} />
            )}
            <Pagination {...pagesAround(`/staff/transfers?brand=${brand}`, { ...page, size: SIZE, rows })} />
          </Section>
          <Section title={t('figures.title')} lead={t('figures.lead')}>
            <Button href={`/api/${brand}/figures`} tone="secondary" external>
              {t('figures.download')}
            </Button>
          </Section>
        </>
      )}
    </>
  )
}

/** The form, or why this brand has none. */
async function Mark({ manifest: { key, name, storage, mark } }: { manifest: Manifest }) {
  const [t, locale] = await Promise.all([getTranslations('transparency.transfers'), requestLocale()])
  // It stands alone elsewhere; here it goes on a sentence.
  const stored = storage.place[locale]
  const place = stored.slice(0, 1).toLocaleLowerCase(locale) + stored.slice(1)
  if (storage.transfersAbroad === 'never')
    return (
      <Notice tone="warn" title={t('never.title', { brand: name })}>
        {t('never.text', { place })}
      </Notice>
    )
  if (!storage.transferPurpose) return <Notice title={t('unasked.title', { brand: name })}>{t('unasked.text')}</Notice>
  const example = `${mark.letters.toUpperCase()}-7KQ2M9XD4T`
  return (
    <Section title={t('mark.title')} lead={t('mark.lead', { place })}>
      <Form action={markTransferAction} hidden={{ brand: key, returnTo: '/staff/transfers' }} submit={t('mark.submit')}>
        <Field name="ref" label={t('mark.ref')} hint={t('mark.refHint', { ref: example })} width={16} />
        <Field name="country" label={t('mark.country')} hint={t('mark.countryHint')} width={8} />
        <Field name="reason" kind="textarea" label={t('mark.reason')} hint={t('mark.reasonHint')} />
      </Form>
    </Section>
  )
}
